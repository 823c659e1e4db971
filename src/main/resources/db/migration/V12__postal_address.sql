-- Name and postal address as they stand on an envelope; only where there is no e-mail address.
alter table review.letter add column recipient_post varchar(2000);
