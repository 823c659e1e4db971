create table review.outbox (
  id varchar(36) primary key,
  -- One mail, one key: what has been queued once is never queued again.
  idempotency_key varchar(300) not null unique,
  message_id varchar(400) not null,
  case_reference varchar(40) not null,
  partnership varchar(60) not null,
  purpose varchar(200) not null,
  sender varchar(254) not null,
  sender_name varchar(200) not null,
  recipient varchar(254) not null,
  recipient_role varchar(200) not null,
  subject varchar(200) not null,
  body text not null,
  state varchar(20) not null,
  reason varchar(500) not null,
  attempts integer not null,
  queued_at timestamp(6) with time zone not null,
  first_attempt_at timestamp(6) with time zone,
  next_attempt_at timestamp(6) with time zone not null,
  -- Who has it in hand, and until when that is believed.
  claimed_by varchar(36),
  claimed_until timestamp(6) with time zone,
  accepted_at timestamp(6) with time zone
);

create index outbox_due on review.outbox (state, next_attempt_at);
create index outbox_by_case on review.outbox (case_reference, queued_at);

create table review.outbox_attachment (
  mail_id varchar(36) not null references review.outbox (id),
  position integer not null,
  name varchar(200) not null,
  media_type varchar(100) not null,
  reference varchar(100) not null,
  primary key (mail_id, position)
);

create table review.letter (
  id varchar(36) primary key,
  idempotency_key varchar(300) not null unique,
  case_reference varchar(40) not null references review.case_file (reference),
  partnership varchar(60) not null,
  template varchar(100) not null,
  title varchar(200) not null,
  -- Agency or partner the letter belongs to, or empty.
  scope varchar(60) not null,
  recipient_kind varchar(60) not null,
  recipient_name varchar(200) not null,
  recipient_role varchar(200) not null,
  recipient_address varchar(254),
  needs_approval boolean not null,
  enclosures varchar(500) not null,
  state varchar(20) not null,
  version integer not null,
  written_by varchar(255) not null,
  written_at timestamp(6) with time zone not null,
  approved_by varchar(255),
  approved_at timestamp(6) with time zone,
  sent_by varchar(255),
  sent_at timestamp(6) with time zone,
  document_id varchar(36) references review.document (id),
  mail_id varchar(36) references review.outbox (id)
);

create index letter_by_case on review.letter (case_reference, written_at);

-- Every wording a letter ever had; the highest number is the one that goes.
create table review.letter_version (
  letter_id varchar(36) not null references review.letter (id),
  version integer not null,
  body text not null,
  edited_by varchar(255) not null,
  edited_at timestamp(6) with time zone not null,
  primary key (letter_id, version)
);
