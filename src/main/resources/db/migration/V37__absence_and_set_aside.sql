-- Who is away, and who does their work meanwhile. An absence ends with its last day, or when it is taken back.
create table review.absence (
  id varchar(36) primary key,
  partnership varchar(64) not null,
  user_id varchar(255) not null,
  cover varchar(255) not null,
  from_on date not null,
  until_on date not null,
  entered_at timestamp(6) with time zone not null,
  -- What the person had taken has gone to the cover.
  begun boolean not null,
  ended_at timestamp(6) with time zone,
  ended_by varchar(255)
);

create index absence_by_person on review.absence (user_id, until_on);
create index absence_by_cover on review.absence (cover, until_on);

-- What someone does not want to see until a day, with a note that they alone read; gone when the task is done.
create table review.set_aside (
  task_id varchar(64) not null references review.work_item (task_id) on delete cascade,
  user_id varchar(255) not null,
  until_on date not null,
  note varchar(500) not null,
  primary key (task_id, user_id)
);

insert into review.node_turn (name, next_at) values ('absences', timestamp with time zone '2000-01-01 00:00:00+00');
insert into review.node_turn (name, next_at) values ('absences-begin', timestamp with time zone '2000-01-01 00:00:00+00');
