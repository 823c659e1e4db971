-- What the virus scanner says of a file: CLEAR, UNSCANNED, WAITING or INFECTED. What is there already was never asked about.
alter table review.document add column check_state varchar(20) default 'UNSCANNED' not null;
create index document_unjudged on review.document (check_state);
