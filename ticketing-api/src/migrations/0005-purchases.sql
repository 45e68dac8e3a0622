-- The rows of a sale are written together, under the lock of their event's stock, by one piece of code. Foreign keys
-- between them would lock each parent row once more for each child, a third of the whole sale; inv_nothing_is_orphaned
-- says what they would have said.
create table purchases (
  id uuid primary key,
  organization_id uuid not null,
  event_id uuid not null,
  user_id uuid,
  buyer_email text not null,
  buyer_first_name text,
  buyer_last_name text,
  buyer_phone text,
  locale text not null,
  status text not null check (status in
    ('pending_payment', 'completed', 'expired', 'cancelled', 'owed_back', 'partially_refunded', 'refunded')),
  total_cents integer not null check (total_cents >= 0),
  paid_cents integer not null default 0 check (paid_cents >= 0),
  account text not null unique,
  expires_at timestamptz,
  created_at timestamptz not null,
  completed_at timestamptz,
  mailed_at timestamptz
);
create index on purchases (event_id, buyer_email);
create index on purchases (user_id, created_at) where user_id is not null;
create index on purchases (event_id, expires_at) where status = 'pending_payment';

create table purchase_items (
  purchase_id uuid not null,
  ticket_type_id uuid not null,
  name text not null,
  quantity integer not null check (quantity > 0),
  unit_price_cents integer not null,
  primary key (purchase_id, ticket_type_id)
);

create table tickets (
  id uuid primary key,
  event_id uuid not null,
  ticket_type_id uuid not null,
  purchase_id uuid not null,
  serial integer not null,
  typed_code text not null unique,
  status text not null default 'valid' check (status in ('valid', 'transferred', 'cancelled', 'refunded')),
  holder_name text,
  issued_at timestamptz not null,
  unique (ticket_type_id, serial)
);
create index on tickets (purchase_id);

-- What is in a cart is what is held under its id.
create table carts (
  id uuid primary key,
  user_id uuid not null unique references users,
  event_id uuid not null references events
);

-- One effect for one key: the answer is kept in the transaction of its effect.
create table idempotency_keys (
  -- SHA-256 of who calls what, and under which key.
  key_hash bytea primary key,
  fingerprint bytea not null,
  reply_body text not null,
  created_at timestamptz not null default clock.now()
);
create index on idempotency_keys using brin (created_at);
