-- Pieces of running cases that move to a version that was released, one row each.
create table review.model_move (
  proposal_id varchar(36) not null references review.model_proposal (id),
  instance_id varchar(64) not null,
  case_reference varchar(255) not null,
  model varchar(255) not null,
  from_definition varchar(255) not null,
  to_definition varchar(255) not null,
  -- waiting, moved, left
  state varchar(20) not null,
  reason varchar(1000),
  moved_at timestamp(6) with time zone,
  primary key (proposal_id, instance_id)
);
