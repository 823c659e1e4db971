-- Reviews that began before the partnerships took over from the safeguarding boards. They are kept to be read;
-- a row is never changed.
create table review.archived_review (
  id varchar(36) primary key,
  partnership varchar(100) not null,
  title varchar(200) not null,
  begun_on date not null,
  published_on date,
  found_at varchar(500),
  learning text not null,
  added_by varchar(255) not null,
  added_at timestamp(6) with time zone not null
);
create index archived_review_partnership on review.archived_review (partnership, begun_on);
