-- A mail that may wait for others to the same person, and goes together with them in one summary.
alter table review.outbox add column gather_until timestamp(6) with time zone;
alter table review.outbox add column gathered_as varchar(200);
alter table review.outbox add column summary_id varchar(36) references review.outbox (id);
