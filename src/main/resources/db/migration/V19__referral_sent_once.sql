-- Each time the public referral is opened it can be sent once: a reload or a second click opens no second case.
create table review.referral_sent (
  -- The random mark of the form as it was opened.
  once varchar(36) primary key,
  -- A fingerprint of the answers, to see whether they were changed when it was sent again.
  answers varchar(64) not null,
  case_reference varchar(40)
);
