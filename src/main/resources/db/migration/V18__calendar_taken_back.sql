-- A bank holiday that was entered wrongly can be taken back. Each line is a version of the calendar,
-- so that a date can be explained as it was worked out.
create table review.calendar_change (
  version integer primary key,
  holiday date not null,
  name varchar(200) not null,
  -- Whether the day was taken back; otherwise it was entered.
  taken_back boolean not null,
  reason varchar(1000) not null,
  changed_on date not null,
  changed_by varchar(255) not null
);

insert into review.calendar_change (version, holiday, name, taken_back, reason, changed_on, changed_by)
  select version, holiday, name, false, '', proclaimed_on, proclaimed_by from review.proclaimed_day;

drop table review.proclaimed_day;
