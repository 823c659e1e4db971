-- After a bank holiday was entered or taken back, the open clocks are worked out again in the background: each keeps the
-- version of the calendar with which that was done last. True until none is left that is behind.
alter table review.calendar_change add column working_out boolean default false not null;

create index clock_by_calendar on review.clock (calendar_version, case_reference);

insert into review.node_turn (name, next_at) values ('moved-dates', timestamp with time zone '2000-01-01 00:00:00+00');
