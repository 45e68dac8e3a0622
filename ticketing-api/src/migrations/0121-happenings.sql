-- Where an organization wants to be told what happens. `types` is {*} for all of them.
create table webhook_endpoints (
  id uuid primary key,
  organization_id uuid not null references organizations,
  url text not null,
  description text,
  types text[] not null check (cardinality(types) > 0),
  status text not null default 'active' check (status in ('active', 'disabled')),
  disabled_because text,
  -- Since when nothing has reached it; null while it answers.
  failing_since timestamptz,
  created_at timestamptz not null default clock.now(),
  check ((status = 'disabled') = (disabled_because is not null))
);
create index on webhook_endpoints (organization_id);

-- What happened while a webhook listened to it, in the transaction in which it happened.
create table happenings (
  id uuid primary key default uuidv7(),
  organization_id uuid not null references organizations,
  type text not null,
  data jsonb not null,
  happened_at timestamptz not null default clock.now(),
  -- When it was given to each webhook that listens to it.
  handed_out_at timestamptz
);
create index happenings_to_hand_out on happenings (id) where handed_out_at is null;
create index on happenings (happened_at);
