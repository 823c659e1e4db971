-- A row that is always there: whoever gives the first reference of a year waits here for the others.
insert into review.case_number (partnership, opened_in, last_number) values ('', 0, 0);
