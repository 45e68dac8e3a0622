create table payments (
  id uuid primary key,
  purchase_id uuid not null references purchases,
  phone text not null,
  amount_cents integer not null check (amount_cents > 0),
  status text not null check (status in ('created', 'prompted', 'paid', 'failed', 'expired')),
  -- Of the secret in this attempt's callback address.
  callback_token_hash bytea not null unique,
  merchant_request_id text,
  checkout_request_id text unique,
  -- Safaricom's code as text: some have letters.
  result_code text,
  result_text text,
  paid_cents integer,
  receipt text unique,
  created_at timestamptz not null,
  -- Until then no other prompt is sent for this purchase unless this one has ended.
  open_until timestamptz not null,
  settled_at timestamptz,
  next_query_at timestamptz,
  queries integer not null default 0
);
create index on payments (purchase_id);
create index on payments (next_query_at) where next_query_at is not null;
create index on payments (phone, created_at);
-- One live attempt a purchase.
create unique index one_open_payment on payments (purchase_id) where status in ('created', 'prompted');

-- What came to our doors, word for word, before anybody judged it.
create table callbacks (
  id uuid primary key,
  token_hash bytea not null,
  body text not null,
  source text not null,
  received_at timestamptz not null default clock.now(),
  judged_at timestamptz,
  verdict text
);
create index on callbacks (token_hash);
