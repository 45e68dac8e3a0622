-- A slug is an organization's own; a code heads printed ticket codes, so it is the installation's.
alter table events
  drop constraint events_slug_key,
  add constraint events_organization_slug_key unique (organization_id, slug),
  add column metadata jsonb not null default '{}',
  -- A session or a workshop of another event, with a stock and an attendance of its own.
  add column parent_event_id uuid references events check (parent_event_id <> id);
create index events_slug on events (slug);
create index events_parent on events (parent_event_id) where parent_event_id is not null;
