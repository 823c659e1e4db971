-- What people are to do, a row for each open task of the engine: kept in the transaction that changes the task,
-- so that pages ask these rows and not the engine.
create table review.work_item (
  task_id varchar(64) primary key,
  -- Empty where a task belongs to no case.
  case_reference varchar(255) not null,
  partnership varchar(64) not null,
  task varchar(255) not null,
  stage varchar(255) not null,
  assignee varchar(255),
  due_on date,
  -- A clock of law or national guidance stands behind the due date; the law as the table of clocks cites it.
  statutory boolean not null,
  law varchar(500) not null,
  priority integer not null,
  waiting_since timestamp(6) with time zone not null
);

create index work_item_by_case on review.work_item (case_reference);
create index work_item_by_partnership on review.work_item (partnership, due_on);
create index work_item_by_assignee on review.work_item (assignee);

-- Whose work it is. GROUP and PERSON: the engine offers it to them. MEANT: the role that the model names, of which
-- only those who are named on the case may do it.
create table review.work_offer (
  task_id varchar(64) not null references review.work_item (task_id) on delete cascade,
  kind varchar(10) not null,
  who varchar(255) not null,
  primary key (task_id, kind, who)
);

create index work_offer_by_who on review.work_offer (who, kind);

-- What lists show of a case and forms have said.
create table review.case_row (
  case_reference varchar(40) primary key references review.case_file (reference),
  pseudonym varchar(200),
  notification_reference varchar(200)
);

create index case_file_by_opening on review.case_file (opened_at);

insert into review.node_turn (name, next_at) values ('work-items', timestamp with time zone '2000-01-01 00:00:00+00');
