-- A wrong entry in the archive is corrected, or taken out when a second person agrees. What stood before stays
-- in the table as a row that has ended: where one person ended it, another row has taken its place.
alter table review.archived_review add column end_reason varchar(1000);
alter table review.archived_review add column end_asked_by varchar(255);
alter table review.archived_review add column ended_by varchar(255);
alter table review.archived_review add column ended_at timestamp(6) with time zone;
