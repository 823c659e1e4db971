-- What someone without an account has typed into the public referral and not sent yet, for a day. Whose it is, a random
-- cookie of their browser says, of which only a hash is kept here. What it says is sealed.
create table review.referral_draft (
  browser varchar(64) not null,
  -- The mark of the opened form.
  once varchar(36) not null,
  partnership varchar(64) not null,
  kept_at timestamp(6) with time zone not null,
  sealed ${binary} not null,
  primary key (browser, once)
);

create index referral_draft_by_age on review.referral_draft (kept_at);
