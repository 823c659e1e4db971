-- How far each action of a plan has come, kept when answers are stored: so that no list reads the answers of all cases.
-- No words of the plan stand here.
create table review.plan_action (
  case_reference varchar(40) not null references review.case_file (reference),
  code varchar(40) not null,
  recommendation varchar(40) not null,
  agency varchar(100) not null,
  state varchar(20) not null,
  due_on date,
  -- Whether someone has said what difference it made to children.
  impact_said boolean not null,
  primary key (case_reference, code)
);
