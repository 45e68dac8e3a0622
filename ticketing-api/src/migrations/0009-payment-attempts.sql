-- The same key is the same attempt, whatever became of it.
alter table payments
  add column key_hash bytea,
  add column fingerprint bytea,
  -- When the call that asked for the prompt had ended, with an answer or without one.
  add column answered_at timestamptz,
  -- Where the purchase's hold ended before its first prompt moved that.
  add column hold_until timestamptz,
  add constraint one_payment_a_key unique (key_hash);
create index on payments (open_until) where status in ('created', 'prompted');

-- Of the header that Safaricom sends with a callback, where there was one.
alter table callbacks add column shortcode text;
create index on callbacks (received_at) where judged_at is null;

-- The access token that all processes share: each new one ends the one before.
create table mpesa_tokens (
  consumer_key text primary key,
  token text not null,
  expires_at timestamptz not null
);
