-- Where people enter, and which ticket types let them in there.
create table entrances (
  id uuid primary key,
  event_id uuid not null references events,
  name text not null,
  -- As names are compared: people type them, and devices were set up by hand.
  name_key text not null generated always as (lower(regexp_replace(btrim(name), '\s+', ' ', 'g'))) stored,
  is_default boolean not null default false,
  -- Days in the event's zone; null is every day on which a ticket is good.
  days date[],
  -- Of the clock on the wall there; a closing time before the opening time is of the next day.
  opens_at time,
  closes_at time,
  -- How many are admitted in a day.
  capacity integer check (capacity > 0),
  unique (event_id, name_key)
);
create unique index one_default_entrance on entrances (event_id) where is_default;

create table entrance_ticket_types (
  entrance_id uuid not null references entrances on delete cascade,
  ticket_type_id uuid not null references ticket_types,
  primary key (entrance_id, ticket_type_id)
);
create index on entrance_ticket_types (ticket_type_id);

-- Every event has its default entrance from its first moment, whoever writes the event.
create function add_default_entrance() returns trigger language plpgsql set search_path from current as $$
begin
  insert into entrances (id, event_id, name, is_default) values (gen_random_uuid(), new.id, 'Main Entrance', true);
  return null;
end $$;
create trigger default_entrance after insert on events for each row execute function add_default_entrance();
insert into entrances (id, event_id, name, is_default)
select gen_random_uuid(), id, 'Main Entrance', true from events;

-- Everything that an entrance admits: what it names, and at the default one what no entrance names.
create view entrance_admits as
select entrance_id, ticket_type_id from entrance_ticket_types
union all
select n.id, t.id from entrances n join ticket_types t on t.event_id = n.event_id
where n.is_default and not exists (select 1 from entrance_ticket_types own where own.ticket_type_id = t.id);

alter table scans
  add column entrance_id uuid references entrances,
  -- What the device's clock said; it decides nothing.
  add column claimed_at timestamptz,
  -- How the ticket was found: a printed code can be guessed, the others cannot.
  add column read_by text check (read_by in ('token', 'typed', 'printed'));
update scans set entrance_id = n.id from entrances n where n.event_id = scans.event_id and n.is_default;
alter table scans alter column entrance_id set not null;

-- One entry a ticket, an entrance and a day, whatever gates and processes are at it.
drop index one_admission_a_day;
create unique index one_admission_a_day on scans (ticket_id, entrance_id, day) where result = 'admitted';
create index admitted_at_entrance on scans (entrance_id, day) where result = 'admitted';
create index on scans (entrance_id);
