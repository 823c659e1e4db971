-- SAFETY: told in turn until somebody opens it. STATUTORY: told once a day in a case. AT_ONCE: told once.
alter table review.call_to_act add column kind varchar(20) default 'SAFETY' not null;

-- What the mail of a working morning said to a person or a mailbox.
create table review.daily_summary (
  -- An account, or the address of a mailbox.
  recipient varchar(255) not null,
  told_on date not null,
  written_at timestamp(6) with time zone not null,
  said text not null,
  -- Null where the account has no e-mail address.
  mail_id varchar(36) references review.outbox (id),
  primary key (recipient, told_on)
);

-- The mornings on which everybody has been written to.
create table review.daily_summary_done (
  told_on date primary key
);
