-- A task about a child's safety that waits: who has been told so far, and when the next are told.
create table review.call_to_act (
  task_id varchar(64) primary key,
  case_reference varchar(40) not null references review.case_file (reference),
  task varchar(255) not null,
  -- The roles whose task it is, separated by commas.
  roles varchar(1000) not null,
  waiting_since timestamp(6) with time zone not null,
  told integer not null,
  -- Null once somebody has opened the task.
  next_at timestamp(6) with time zone,
  seen_by varchar(255)
);

create index call_to_act_due on review.call_to_act (next_at);
