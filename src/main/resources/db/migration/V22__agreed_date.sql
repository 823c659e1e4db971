-- A second date beside the one that law or guidance sets: the Panel has agreed to it, in a letter. It moves nothing.
alter table review.clock add column agreed_until date;
alter table review.clock add column agreed_letter_on date;
alter table review.clock add column agreed_letter_reference varchar(100);
