-- A bundle of a case that was made for someone outside: for whom and why stands here, not in the trail.
create table review.case_bundle (
  id varchar(36) primary key,
  case_reference varchar(40) not null references review.case_file (reference),
  purpose varchar(40) not null,
  recipient varchar(200) not null,
  reason varchar(1000) not null,
  parts varchar(1000) not null,
  -- All that was chosen, with the words to be removed.
  wanted text not null,
  sessions varchar(200) not null,
  made_by varchar(255) not null,
  asked_at timestamp(6) with time zone not null,
  state varchar(20) not null,
  finished_at timestamp(6) with time zone,
  pages integer not null,
  size_in_bytes bigint not null,
  sha256 varchar(64) not null,
  removed integer not null,
  problem varchar(1000) not null
);

create index case_bundle_by_case on review.case_bundle (case_reference, asked_at);

-- The file of a bundle in pieces of a megabyte.
create table review.case_bundle_piece (
  bundle_id varchar(36) not null references review.case_bundle (id),
  number integer not null,
  content ${binary} not null,
  primary key (bundle_id, number)
);
