-- What people have typed into a form and not sent yet. What it says is sealed, for its author only. With the work item
-- of a task, which goes in the transaction that ends the task, its drafts are gone.
create table review.form_draft (
  place varchar(300) not null,
  author varchar(255) not null,
  -- Empty for a form with which a case is opened.
  task_id varchar(64) references review.work_item (task_id) on delete cascade,
  version integer not null,
  began_at timestamp(6) with time zone not null,
  kept_at timestamp(6) with time zone not null,
  sealed ${binary} not null,
  primary key (place, author)
);

create index form_draft_by_task on review.form_draft (task_id);
create index form_draft_by_age on review.form_draft (kept_at);
