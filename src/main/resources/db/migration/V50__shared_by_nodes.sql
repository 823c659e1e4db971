-- Who is signed in, for all nodes; the columns are those that Spring Session asks for. Gone a minute after a session ends.
create table review.http_session (
  primary_id char(36) not null primary key,
  session_id char(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);

create unique index http_session_by_id on review.http_session (session_id);
create index http_session_by_expiry on review.http_session (expiry_time);

create table review.http_session_attributes (
  session_primary_id char(36) not null references review.http_session (primary_id) on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes ${binary} not null,
  primary key (session_primary_id, attribute_name)
);

-- What connections without an account have done in this hour, for all nodes. Their address stands as a hash only.
create table review.rate_used (
  who varchar(64) primary key,
  used int not null,
  ends_at timestamp(6) with time zone not null
);

create index rate_used_by_end on review.rate_used (ends_at);

-- How much of the mail that was tried in vain before has gone in this minute, from all nodes. One row.
create table review.mail_pace (
  began_at timestamp(6) with time zone not null,
  sent integer not null
);

insert into review.mail_pace (began_at, sent) values (timestamp with time zone '2000-01-01 00:00:00+00', 0);
