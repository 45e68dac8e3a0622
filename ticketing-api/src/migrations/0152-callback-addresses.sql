-- Where Safaricom is told to call: of the secret in each address its hash, what is told there, and about what. A new kind
-- is added to the check, and to `kinds` in payments/callbacks.
create table callback_addresses (
  token_hash bytea primary key,
  organization_id uuid not null default current_organization(),
  kind text not null check (kind in ('stk_prompt')),
  -- By the kind: of an stk_prompt, the payment.
  subject_id uuid not null,
  created_at timestamptz not null default clock.now()
);
insert into callback_addresses (token_hash, organization_id, kind, subject_id, created_at)
select callback_token_hash, organization_id, 'stk_prompt', id, created_at from payments;
create unique index one_address_a_prompt on callback_addresses (subject_id) where kind = 'stk_prompt';
select wall_off('callback_addresses');

create or replace view inv_rows_of_one_organization with (security_invoker = on) as
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
select p.of_event, 'callback address', c.subject_id from purchases_of_events p join payments m on m.purchase_id = p.id
  join callback_addresses c on c.kind = 'stk_prompt' and c.subject_id = m.id where c.organization_id <> m.organization_id
union all
select null, 'callback', c.id from callbacks c join callback_addresses a on a.token_hash = c.token_hash
  where c.organization_id is distinct from a.organization_id;

-- Without an address the outcome of a prompt is never told, and an address without its prompt is nobody's.
create view inv_prompts_have_an_address with (security_invoker = on) as
select p.of_event as event_id, 'prompt without an address' as what, m.id
from purchases_of_events p join payments m on m.purchase_id = p.id
  where not exists (select from callback_addresses a where a.kind = 'stk_prompt' and a.subject_id = m.id)
union all
select null, 'address without its prompt', a.subject_id from callback_addresses a
  where a.kind = 'stk_prompt' and not exists (select from payments m where m.id = a.subject_id);

alter table payments drop column callback_token_hash;
