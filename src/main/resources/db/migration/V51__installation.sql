-- Whose database this is. One row, written at the first start; the installation keeps the same id outside of the database.
create table review.installation (
  id varchar(64) not null,
  is_copy boolean not null,
  decided_by varchar(255),
  decided_at timestamp(6) with time zone
);
