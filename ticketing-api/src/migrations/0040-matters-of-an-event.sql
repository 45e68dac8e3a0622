alter table matters
  -- Of what concerns one event, so that its organiser works through them together.
  add column event_id uuid references events,
  -- Resolved by a program, with its key.
  add column resolved_by_key uuid references api_keys;
create index on matters (kind, id) where resolved_at is null;
create index on matters (organization_id, id);
