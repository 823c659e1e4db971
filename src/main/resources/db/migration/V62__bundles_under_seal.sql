-- Whether a report was sealed before a bundle was gathered: only such a bundle opens under the seal.
alter table review.case_bundle add column under_seal boolean default false not null;

-- A bundle from an hour after the seal was certainly gathered under it.
update review.case_bundle set under_seal = true where exists (
  select 1 from review.seal s
  where s.case_reference = case_bundle.case_reference and s.sealed_at + interval '1' hour < case_bundle.asked_at);
