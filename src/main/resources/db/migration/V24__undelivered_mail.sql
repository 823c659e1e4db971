-- A child's safety, or what the law demands, hangs on it.
alter table review.outbox add column urgent boolean default false not null;
-- Where the mail did not go: when and how the recipient was told another way.
alter table review.outbox add column told_on date;
alter table review.outbox add column told_how varchar(200);

create index outbox_by_partnership on review.outbox (partnership, state);

-- Every address that a person corrected.
create table review.outbox_address (
  mail_id varchar(36) not null references review.outbox (id),
  corrected_at timestamp(6) with time zone not null,
  former varchar(254) not null,
  address varchar(254) not null,
  corrected_by varchar(255) not null,
  primary key (mail_id, corrected_at)
);

insert into review.node_turn (name, next_at) values ('undelivered-mail', timestamp with time zone '2000-01-01 00:00:00+00');
