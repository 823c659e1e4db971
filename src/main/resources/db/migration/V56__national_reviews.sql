-- National reviews are entered once for all partnerships. Each partnership answers with a file of its own, which has no
-- child: lists and counts of cases leave it out by its kind.
alter table review.case_file add column kind varchar(20) default 'case' not null;

create table review.national_review (
  id varchar(36) primary key,
  -- Number of the review here, such as 2026-01; part of the reference of each partnership's file.
  number varchar(10) not null unique,
  title varchar(300) not null,
  publisher varchar(200) not null,
  published_on date not null,
  found_at varchar(500) not null,
  entered_in varchar(100) not null,
  entered_by varchar(255) not null,
  entered_at timestamp(6) with time zone not null
);

create table review.national_recommendation (
  review varchar(36) not null references review.national_review (id),
  place integer not null,
  number varchar(20) not null,
  words text not null,
  -- Codes of themes, with commas between.
  theme_codes varchar(2000) not null,
  -- Addressed to local partnerships, which answer it; others are kept to be read.
  local boolean not null,
  primary key (review, place)
);

create table review.national_answer (
  case_reference varchar(40) primary key references review.case_file (reference),
  review varchar(36) not null references review.national_review (id)
);

create index national_answer_by_review on review.national_answer (review);
