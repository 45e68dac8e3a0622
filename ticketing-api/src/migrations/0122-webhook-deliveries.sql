-- One webhook an address: who makes sure that theirs is there, from several processes at once, makes one.
alter table webhook_endpoints add constraint webhook_endpoints_organization_id_url_key unique (organization_id, url);

-- What signs. They stand here as they are, like the keys that sign tickets and tokens: the worker signs by itself.
create table webhook_secrets (
  id uuid primary key default uuidv7(),
  organization_id uuid not null references organizations,
  endpoint_id uuid not null references webhook_endpoints on delete cascade,
  secret bytea not null check (length(secret) between 24 and 64),
  created_at timestamptz not null default clock.now(),
  -- Null for the one that signs from now on; the one before it signs beside it until then.
  ends_at timestamptz
);
create index on webhook_secrets (endpoint_id);
create unique index webhook_secrets_current on webhook_secrets (endpoint_id) where ends_at is null;

-- One happening on its way to one webhook.
create table webhook_deliveries (
  id uuid primary key default uuidv7(),
  organization_id uuid not null references organizations,
  endpoint_id uuid not null references webhook_endpoints on delete cascade,
  happening_id uuid not null references happenings on delete cascade,
  status text not null default 'pending' check (status in ('pending', 'failed', 'delivered', 'dead')),
  attempts int not null default 0,
  -- When its ten attempts began: with its making, or when somebody asked for it again.
  begun_at timestamptz not null default clock.now(),
  -- Whoever sends it moves this on first, so that nobody else does; null where nothing more is sent.
  next_attempt_at timestamptz,
  last_attempt_at timestamptz,
  last_status_code int,
  last_fault text,
  delivered_at timestamptz,
  unique (happening_id, endpoint_id),
  check ((status in ('pending', 'failed')) = (next_attempt_at is not null))
);
create index webhook_deliveries_due on webhook_deliveries (endpoint_id, next_attempt_at) where next_attempt_at is not null;
create index on webhook_deliveries (endpoint_id, id);
create index webhook_deliveries_unfinished on webhook_deliveries (status) where status <> 'delivered';

-- What a webhook listened to ends delivered or dead, or is still tried. Ten attempts take three and a half days, and a
-- receiver that asks for patience is given a day each time.
create view inv_webhooks_end as
select null::uuid as event_id, 'happening that nobody handed out' as what, id
from happenings where handed_out_at is null and happened_at < clock.now() - interval '1 day'
union all
select null, 'delivery without an end', id
from webhook_deliveries where next_attempt_at is not null and begun_at < clock.now() - interval '12 days';
