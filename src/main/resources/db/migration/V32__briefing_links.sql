-- A link of their own for each who was at a briefing, with which they get the presentation or ask for it. The
-- token stands in their letter; here is its hash, so that no one who reads this table can use a link.
create table review.briefing_link (
  token_hash varchar(64) primary key,
  case_reference varchar(255) not null,
  attendee_name varchar(200) not null,
  attendee_email varchar(200) not null,
  made_at timestamp(6) with time zone not null,
  -- The last day on which it works.
  ends_on date not null,
  -- When they first got the presentation or asked for it.
  used_at timestamp(6) with time zone
);

create index briefing_link_by_case on review.briefing_link (case_reference, made_at);
