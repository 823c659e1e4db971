-- A search by name says what it could not search for. Null: searched before that was written down.
alter table review.name_search add column has_names boolean default true not null;
alter table review.name_search add column not_searched varchar(1000);
