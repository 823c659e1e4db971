-- Spreadsheets of cases that run already. What stands in one is kept until its cases are taken in, or another is sent.
create table review.intake (
  id varchar(36) primary key,
  partnership varchar(64) not null,
  file_name varchar(200) not null,
  -- SHA-256 of the file: the same one is not taken twice.
  file_hash varchar(64) not null,
  content ${binary},
  uploaded_by varchar(255) not null,
  uploaded_at timestamp(6) with time zone not null,
  taken_by varchar(255),
  taken_at timestamp(6) with time zone,
  cases integer not null
);

create index intake_by_partnership on review.intake (partnership, file_hash);
