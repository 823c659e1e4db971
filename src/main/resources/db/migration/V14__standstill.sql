-- Something of a case that has stopped and does not go on by itself.
create table review.standstill (
  id varchar(36) primary key,
  -- What people quote: says nothing of the case.
  failure varchar(20) not null unique,
  case_reference varchar(40) not null references review.case_file (reference),
  partnership varchar(60) not null,
  -- FAILED_STEP or NO_NEXT_STEP.
  kind varchar(20) not null,
  step varchar(255) not null,
  model varchar(255) not null,
  element varchar(255) not null,
  process_instance varchar(64) not null,
  found_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  -- Day on which the administrator was last written to; empty while nobody could be.
  told_on date,
  -- Case and incident while it lasts, else null: it is found once only.
  open_name varchar(120) unique
);

create index standstill_by_case on review.standstill (case_reference, found_at);

-- Whose turn it is to do what only one node shall do, and when it is due next.
create table review.node_turn (
  name varchar(60) primary key,
  next_at timestamp(6) with time zone not null
);

insert into review.node_turn (name, next_at) values ('failed-steps', timestamp with time zone '2000-01-01 00:00:00+00');
insert into review.node_turn (name, next_at) values ('next-steps', timestamp with time zone '2000-01-01 00:00:00+00');
