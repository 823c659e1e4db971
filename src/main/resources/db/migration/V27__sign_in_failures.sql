-- Wrong passwords of the last minutes, counted for all nodes. Who it was stands as a hash only.
create table review.sign_in_failure (
  who varchar(64) primary key,
  failures int not null,
  last_at timestamp(6) with time zone not null
);
