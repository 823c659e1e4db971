-- Whether a letter or a person says that a body has the report. What was recorded from letters is read from
-- their register from now on: a mail that never arrived was taken for a notice.
alter table review.publication_notice add column way varchar(20) default 'letter' not null;

-- What was taken down on an order before its time, and the corrected version that stands in its place. The
-- year runs from the first publication.
alter table review.published_item add column withdrawn boolean default false not null;
alter table review.published_item add column replaced_by varchar(36);
alter table review.published_item add column corrected_on date;
