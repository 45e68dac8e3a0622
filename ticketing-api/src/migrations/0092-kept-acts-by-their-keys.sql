-- What was done under these keys, always by the index: a plan that is made while the table is empty reads all of it, and a
-- connection keeps that plan while the table grows.
create function kept_acts(keys bytea[]) returns table (key_hash bytea, fingerprint bytea, subject_id uuid)
language sql stable set enable_seqscan = off as $$
  select k.key_hash, k.fingerprint, k.subject_id from idempotency_keys k
  where k.key_hash = any(keys) and k.subject_id is not null
$$;
