-- Every row of an organization says whose it is. The scope of whoever writes says it too, so an INSERT need not.
create function current_organization() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('app.organization_id', true), '')::uuid
$$;

-- Foreign keys to organizations would lock one row of it in every sale; inv_rows_of_one_organization says what they would
-- have said, and which organization it is as well.
alter table ticket_keys add column organization_id uuid references organizations;
update ticket_keys c set organization_id = e.organization_id from events e where e.id = c.event_id;
alter table quotas add column organization_id uuid references organizations;
update quotas c set organization_id = e.organization_id from events e where e.id = c.event_id;
alter table ticket_types add column organization_id uuid references organizations;
update ticket_types c set organization_id = e.organization_id from events e where e.id = c.event_id;
alter table entrances add column organization_id uuid references organizations;
update entrances c set organization_id = e.organization_id from events e where e.id = c.event_id;
alter table ticket_type_quotas add column organization_id uuid references organizations;
update ticket_type_quotas c set organization_id = t.organization_id from ticket_types t where t.id = c.ticket_type_id;
alter table entrance_ticket_types add column organization_id uuid references organizations;
update entrance_ticket_types c set organization_id = n.organization_id from entrances n where n.id = c.entrance_id;
alter table holds add column organization_id uuid;
update holds c set organization_id = e.organization_id from events e where e.id = c.event_id;
alter table hold_items add column organization_id uuid;
update hold_items c set organization_id = h.organization_id from holds h where h.id = c.hold_id;
alter table purchase_items add column organization_id uuid;
update purchase_items c set organization_id = p.organization_id from purchases p where p.id = c.purchase_id;
alter table tickets add column organization_id uuid;
update tickets c set organization_id = e.organization_id from events e where e.id = c.event_id;
alter table holdings add column organization_id uuid;
update holdings c set organization_id = e.organization_id from events e where e.id = c.event_id;
alter table payments add column organization_id uuid;
update payments c set organization_id = p.organization_id from purchases p where p.id = c.purchase_id;
alter table scans add column organization_id uuid;
update scans c set organization_id = e.organization_id from events e where e.id = c.event_id;
-- A guest's cart was its keeper's, at an event of theirs; a person's is of the organization whose event it is for.
alter table carts drop constraint cart_has_one_owner;
update carts c set organization_id = e.organization_id from events e where e.id = c.event_id;
-- Null for what came under an address that no attempt has.
alter table callbacks add column organization_id uuid;
update callbacks c set organization_id = m.organization_id from payments m where m.callback_token_hash = c.token_hash;
-- No plan looks into an expression that could tell of rows which a policy hides, so what is looked for is a column.
alter table callbacks add column waits_since timestamptz generated always as (coalesce(tried_at, received_at)) stored;
create index callbacks_waiting on callbacks (waits_since) where judged_at is null;
drop index callbacks_coalesce_idx;

do $$ declare named name; begin
  foreach named in array array['ticket_keys', 'quotas', 'ticket_types', 'entrances', 'ticket_type_quotas',
    'entrance_ticket_types', 'holds', 'hold_items', 'purchase_items', 'tickets', 'holdings', 'payments', 'scans', 'carts']
  loop
    execute format('alter table %I alter column organization_id set not null', named);
  end loop;
  for named in select table_name from information_schema.columns
    where table_schema = current_schema() and column_name = 'organization_id' and table_name not in ('matters', 'callbacks')
      and table_name in (select tablename from pg_tables where schemaname = current_schema())
  loop
    execute format('alter table %I alter column organization_id set default current_organization()', named);
  end loop;
end $$;

create or replace function add_default_entrance() returns trigger language plpgsql set search_path from current as $$
begin
  insert into entrances (id, organization_id, event_id, name, is_default)
  values (gen_random_uuid(), new.organization_id, new.id, 'Main Entrance', true);
  return null;
end $$;

-- What belongs to an event belongs to its organization, and what belongs to a purchase to that one's.
create view inv_rows_of_one_organization as
select e.id as event_id, o.what, o.id
from events e cross join lateral (
  select 'ticket key' as what, c.event_id as id from ticket_keys c
    where c.event_id = e.id and c.organization_id <> e.organization_id
  union all
  select 'quota', c.id from quotas c where c.event_id = e.id and c.organization_id <> e.organization_id
  union all
  select 'ticket type', c.id from ticket_types c where c.event_id = e.id and c.organization_id <> e.organization_id
  union all
  select 'drawn quota', c.ticket_type_id from ticket_types t join ticket_type_quotas c on c.ticket_type_id = t.id
    where t.event_id = e.id and c.organization_id <> e.organization_id
  union all
  select 'entrance', c.id from entrances c where c.event_id = e.id and c.organization_id <> e.organization_id
  union all
  select 'admitted type', c.ticket_type_id from entrances n join entrance_ticket_types c on c.entrance_id = n.id
    where n.event_id = e.id and c.organization_id <> e.organization_id
  union all
  select 'hold', c.id from holds c where c.event_id = e.id and c.organization_id <> e.organization_id
  union all
  select 'held seats', c.hold_id from holds h join hold_items c on c.hold_id = h.id
    where h.event_id = e.id and c.organization_id <> e.organization_id
  union all
  select 'cart', c.id from carts c where c.event_id = e.id and c.organization_id <> e.organization_id
  union all
  select 'ticket', c.id from ticket_types t join tickets c on c.ticket_type_id = t.id
    where t.event_id = e.id and c.organization_id <> e.organization_id
  union all
  select 'holding', c.ticket_type_id from holdings c where c.event_id = e.id and c.organization_id <> e.organization_id
  union all
  select 'scan', c.id from scans c where c.event_id = e.id and c.organization_id <> e.organization_id
) o
union all
select p.of_event, 'purchase item', p.id from purchases_of_events p join purchase_items c on c.purchase_id = p.id
  where c.organization_id <> p.organization_id
union all
select p.of_event, 'payment', c.id from purchases_of_events p join payments c on c.purchase_id = p.id
  where c.organization_id <> p.organization_id
union all
select null, 'callback', c.id from callbacks c join payments m on m.callback_token_hash = c.token_hash
  where c.organization_id is distinct from m.organization_id;
