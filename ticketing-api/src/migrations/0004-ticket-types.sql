-- What is counted: seats taken are tickets issued and seats held. The check is the last wall against overselling.
create table quotas (
  id uuid primary key,
  event_id uuid not null references events,
  name text not null,
  size integer not null,
  taken integer not null default 0,
  -- The event's own cap; every ticket type that needs no other draws from it.
  is_event_cap boolean not null default false,
  constraint quota_not_oversold check (taken between 0 and size)
);
create index on quotas (event_id);
create unique index one_event_cap on quotas (event_id) where is_event_cap;

create table ticket_types (
  id uuid primary key,
  event_id uuid not null references events,
  -- Small number within the event: it fits into a QR where a uuid does not.
  number smallint not null,
  code text not null,
  name text not null,
  description text,
  price_cents integer not null check (price_cents >= 0),
  sale_starts_at timestamptz,
  sale_ends_at timestamptz,
  is_active boolean not null,
  benefits text[] not null default '{}',
  max_per_purchase integer not null,
  max_per_person integer,
  requires uuid[] not null default '{}',
  -- Days in the event's zone; null is every day of the event.
  admits_on date[],
  own_quota_id uuid not null references quotas,
  last_serial integer not null default 0,
  created_at timestamptz not null default clock.now(),
  unique (event_id, code),
  unique (event_id, number)
);

create table ticket_type_quotas (
  ticket_type_id uuid not null references ticket_types,
  quota_id uuid not null references quotas,
  primary key (ticket_type_id, quota_id)
);

-- Seats held for a while, for a cart or for a purchase that waits for its money; the id is the holder's own.
create table holds (
  id uuid primary key,
  event_id uuid not null references events,
  expires_at timestamptz not null
);
create index on holds (event_id, expires_at);

create table hold_items (
  hold_id uuid not null references holds on delete cascade,
  ticket_type_id uuid not null references ticket_types,
  quantity integer not null check (quantity > 0),
  primary key (hold_id, ticket_type_id)
);

-- The days on which a ticket type admits, as text; without days of its own, every day of the event in the event's zone.
create function event_days(own date[], starts_at timestamptz, ends_at timestamptz, zone text) returns text[]
language sql immutable as $$
  select case when own is not null
    then array(select to_char(d, 'YYYY-MM-DD') from unnest(own) d order by d)
    else array(select to_char(d, 'YYYY-MM-DD')
      from generate_series((starts_at at time zone zone)::date, ((ends_at - interval '1 microsecond') at time zone zone)::date, interval '1 day') d)
  end
$$;
