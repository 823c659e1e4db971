-- What becomes of a due date on a day off. Clocks that run already were worked out without moving it.
alter table review.clock add column day_off varchar(10) default 'STAY' not null;

-- How guidance counts, where the partnership counts in another way: both dates are kept, and the earlier one holds.
alter table review.clock add column guidance_trigger_key varchar(100);
alter table review.clock add column guidance_trigger_on date;
alter table review.clock add column guidance_length integer;
alter table review.clock add column guidance_unit varchar(20);
alter table review.clock add column guidance_day_off varchar(10);
alter table review.clock add column guidance_due_on date;
alter table review.clock add column local_due_on date;
