-- A reviewer's own notes. What they say is sealed; a destroyed note leaves this row and no wording.
create table review.reviewer_note (
  id varchar(36) primary key,
  case_reference varchar(40) not null references review.case_file (reference),
  author varchar(255) not null,
  begun_at timestamp(6) with time zone not null,
  destroyed_at timestamp(6) with time zone
);

create index reviewer_note_by_author on review.reviewer_note (case_reference, author);

create table review.reviewer_note_wording (
  note_id varchar(36) not null references review.reviewer_note (id),
  version integer not null,
  kept_at timestamp(6) with time zone not null,
  sealed ${binary} not null,
  primary key (note_id, version)
);

-- One row: by what the key can be recognised, and nothing it could be worked out from.
create table review.reviewer_note_key (
  number integer primary key,
  fingerprint varchar(64) not null
);
