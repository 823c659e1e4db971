-- Days on which people meet, as forms have named them last: kept when answers are stored, so that the calendar reads
-- no answers. No name and no place stands here.
create table review.case_day (
  case_reference varchar(40) not null references review.case_file (reference),
  number integer not null,
  kind varchar(40) not null,
  on_day date not null,
  at_time varchar(50) not null,
  primary key (case_reference, number)
);

create index case_day_by_day on review.case_day (on_day);
create index clock_by_due_day on review.clock (due_on);

-- The address of someone's calendar feed: of the secret in it only the hash is kept.
create table review.calendar_feed (
  token_hash varchar(64) primary key,
  user_id varchar(255) not null,
  made_at timestamp(6) with time zone not null
);

create index calendar_feed_by_person on review.calendar_feed (user_id);
