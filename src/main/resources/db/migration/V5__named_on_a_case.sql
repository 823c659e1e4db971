-- People who see a case because they are named on it, and not by their role alone. A line is never
-- taken away: it is ended, so that it stays known who could see the case, and when.
create table review.case_person (
  id varchar(36) primary key,
  case_reference varchar(40) not null references review.case_file (reference),
  user_id varchar(255) not null,
  -- lead-reviewer or review-team-member
  named_as varchar(30) not null,
  -- The agency a member speaks for; empty for a reviewer.
  agency varchar(60) not null,
  named_at timestamp(6) with time zone not null,
  named_by varchar(255) not null,
  ended_at timestamp(6) with time zone,
  ended_by varchar(255)
);

create index case_person_by_case on review.case_person (case_reference, named_at);
create index case_person_by_user on review.case_person (user_id, ended_at);
