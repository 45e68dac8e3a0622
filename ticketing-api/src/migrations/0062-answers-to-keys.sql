-- The answer to a call that was made under an Idempotency-Key, for calls that do not keep it with their effect. It is
-- sealed with the client's own key, of which only a hash is here; null while the call is in hand.
create table answers_to_keys (
  key_hash bytea primary key,
  fingerprint bytea not null,
  claimed_until timestamptz not null,
  sealed_answer bytea,
  created_at timestamptz not null
);
create index answers_to_keys_created_at on answers_to_keys using brin (created_at);
