-- The words of letters that two administrators brought into use, version by version.
create table review.own_letter (
  id varchar(100) not null,
  version integer not null,
  -- Null: from then on as shipped, or as in the folder of letters.
  content ${binary},
  released_by varchar(255) not null,
  released_at timestamp(6) with time zone not null,
  primary key (id, version)
);
