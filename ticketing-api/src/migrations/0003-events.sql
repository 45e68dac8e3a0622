create table events (
  id uuid primary key,
  organization_id uuid not null references organizations,
  slug text not null unique,
  code text not null unique,
  title text not null,
  description text,
  category text,
  status text not null check (status in ('draft', 'published', 'cancelled')),
  is_featured boolean not null default false,
  is_free boolean not null default false,
  timezone text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  location_name text,
  location_address text,
  location_city text,
  location_country text,
  latitude double precision,
  longitude double precision,
  age_restriction text,
  featured_image text,
  tags text[] not null default '{}',
  created_at timestamptz not null default clock.now()
);
create index on events (organization_id, created_at);

-- Signs the event's tickets; a gate knows the public half.
create table ticket_keys (
  event_id uuid primary key references events,
  private_key text not null,
  public_key text not null
);
