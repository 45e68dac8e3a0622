create table users (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  password_hash text,
  first_name text,
  last_name text,
  phone text,
  is_platform boolean not null default false,
  is_active boolean not null default true,
  email_verified_at timestamptz,
  created_at timestamptz not null default clock.now()
);

create table memberships (
  user_id uuid not null references users,
  organization_id uuid not null references organizations,
  role text not null check (role in ('admin', 'agent')),
  primary key (user_id, organization_id)
);

create table consents (
  user_id uuid not null references users,
  text text not null,
  locale text not null,
  given_at timestamptz not null default clock.now(),
  primary key (user_id, text, given_at)
);

-- A session is a family of refresh tokens; a token used twice ends the whole family.
create table sessions (
  id uuid primary key,
  user_id uuid not null references users,
  created_at timestamptz not null default clock.now(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index on sessions (user_id);

create table refresh_tokens (
  token_hash bytea primary key,
  session_id uuid not null references sessions,
  used_at timestamptz,
  created_at timestamptz not null default clock.now()
);
create index on refresh_tokens (session_id);

create table email_links (
  token_hash bytea primary key,
  user_id uuid not null references users,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Signs access tokens; every process of the installation shares it.
create table signing_keys (
  kid text primary key,
  private_key text not null,
  public_key text not null,
  created_at timestamptz not null default clock.now()
);
