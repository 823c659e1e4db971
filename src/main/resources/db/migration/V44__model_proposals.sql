-- Changes of models that someone proposes, until a second administrator releases them.
create table review.model_proposal (
  id varchar(36) primary key,
  title varchar(200) not null,
  reason varchar(1000) not null,
  proposed_by varchar(255) not null,
  proposed_at timestamp(6) with time zone not null,
  -- open, released, withdrawn, undone
  state varchar(20) not null,
  -- Counts what was changed: who releases says which state they saw.
  revision integer not null,
  released_by varchar(255),
  released_at timestamp(6) with time zone,
  release_note varchar(1000),
  deployment_id varchar(64),
  undone_by varchar(255),
  undone_at timestamp(6) with time zone
);

create table review.model_proposal_file (
  proposal_id varchar(36) not null references review.model_proposal (id),
  name varchar(200) not null,
  content ${binary} not null,
  -- What was in use when it was proposed; null where there was nothing.
  before_content ${binary},
  primary key (proposal_id, name)
);
