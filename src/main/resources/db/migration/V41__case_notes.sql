-- What a manager notes on a case, for herself or for colleagues who may know the child. What it says is sealed; a note
-- that was taken back leaves this row and no words.
create table review.case_note (
  id varchar(36) primary key,
  case_reference varchar(40) not null references review.case_file (reference),
  author varchar(255) not null,
  for_colleagues boolean not null,
  written_at timestamp(6) with time zone not null,
  sealed ${binary},
  taken_back_at timestamp(6) with time zone
);

create index case_note_by_case on review.case_note (case_reference);
