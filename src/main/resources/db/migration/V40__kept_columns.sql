-- Which columns of the list of cases someone wants to see. Without a row they see those that everyone sees at first.
create table review.kept_columns (
  user_id varchar(255) primary key,
  -- Names of columns, with a comma between them; empty for none but the reference.
  chosen varchar(500) not null
);
