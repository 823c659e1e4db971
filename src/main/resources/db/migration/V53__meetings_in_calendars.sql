-- What a meeting is known by in calendars: stays when its day moves. Empty for days from before this was kept.
alter table review.case_day add column meeting varchar(120) default '' not null;

-- Who was invited to which meeting by a calendar file, as it was told to them last.
create table review.meeting_invited (
  case_reference varchar(40) not null references review.case_file (reference),
  meeting varchar(120) not null,
  address varchar(320) not null,
  recipient_role varchar(200) not null,
  kind varchar(40) not null,
  on_day date not null,
  at_time varchar(50) not null,
  sequence integer not null,
  cancelled_at timestamp(6) with time zone,
  primary key (case_reference, meeting, address)
);
