create table organizations (
  id uuid primary key,
  name text not null,
  description text,
  email text not null,
  phone text,
  address text,
  city text,
  country text,
  website text,
  status text not null default 'active' check (status in ('active', 'suspended')),
  created_at timestamptz not null default clock.now()
);

create table api_keys (
  id uuid primary key,
  organization_id uuid not null references organizations,
  name text not null,
  mode text not null check (mode in ('live', 'test')),
  key_hash bytea not null unique,
  created_at timestamptz not null default clock.now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
