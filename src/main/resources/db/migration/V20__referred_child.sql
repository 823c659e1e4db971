-- By what a referral of the same child, or the same incident, is found again. Kept from the facts of the case.
create table review.referred_child (
  case_reference varchar(40) primary key references review.case_file (reference),
  partnership varchar(60) not null,
  -- The words of the name in plain letters and alphabetical order; empty where none is known.
  child varchar(400) not null,
  born_on date,
  incident_on date,
  -- The case that the referral is a duplicate of.
  duplicate_of varchar(40)
);

create index referred_child_by_name on review.referred_child (partnership, child);
create index referred_child_by_birth on review.referred_child (partnership, born_on);
create index referred_child_by_incident on review.referred_child (partnership, incident_on);
create index referred_child_by_duplicate on review.referred_child (duplicate_of);
