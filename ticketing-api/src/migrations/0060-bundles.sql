-- A bundle is one price for one ticket of each type that it includes. It draws from the quotas of all of them, and from
-- one of its own if it has a quantity.
alter table ticket_types
  add column includes uuid[] not null default '{}',
  add column metadata jsonb not null default '{}',
  alter column own_quota_id drop not null,
  add constraint has_seats_somewhere check (own_quota_id is not null or cardinality(includes) > 0);

-- How many one person may have is always bounded.
update ticket_types set max_per_person = 10 where max_per_person is null;
alter table ticket_types
  alter column max_per_person set default 10,
  alter column max_per_person set not null;
