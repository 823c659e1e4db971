-- Who does the work of someone who is named on a case, and from when to when. The cover is named on the case on the first
-- day, by a row of case_person of its own, and that naming ends with the last day.
create table review.named_cover (
  id varchar(36) primary key,
  case_reference varchar(40) not null references review.case_file (reference),
  -- The naming of the person who is away.
  covered_naming varchar(36) not null,
  covered varchar(255) not null,
  named_as varchar(64) not null,
  agency varchar(64) not null,
  cover varchar(255) not null,
  from_on date not null,
  until_on date not null,
  entered_at timestamp(6) with time zone not null,
  entered_by varchar(255) not null,
  -- The naming of the cover, from the first day on.
  own_naming varchar(36),
  ended_at timestamp(6) with time zone
);

create index named_cover_by_case on review.named_cover (case_reference, until_on);
create index named_cover_to_follow on review.named_cover (ended_at, from_on);

-- The last day of a naming that is for a time; Europe/London.
alter table review.case_person add column until_on date;
