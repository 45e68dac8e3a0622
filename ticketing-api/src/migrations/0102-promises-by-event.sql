-- What an event's round reads follows the event: its completed purchases are found by its tickets, the others by an index
-- that a free sale never touches. What neither leads to is looked for once a night, in the round that is of no event.

drop view inv_seats_counted, inv_tickets_paid_for, inv_money_has_a_home, inv_nothing_is_orphaned, inv_holdings_counted,
  inv_receipts_credited_once, inv_carts_spent_once, inv_statuses_possible;

create index purchases_unfinished on purchases (event_id) where status <> 'completed';

create view purchases_of_events as
select e.id as of_event, p.*
from events e cross join lateral (
  select b.id, b.event_id, b.organization_id, b.user_id, b.buyer_email, b.status, b.total_cents, b.paid_cents,
    b.expires_at, b.created_at, b.completed_at, b.mailed_at
  from purchases b where b.status = 'completed' and b.id in (
    select k.purchase_id from ticket_types t join tickets k on k.ticket_type_id = t.id where t.event_id = e.id)
  union all
  select b.id, b.event_id, b.organization_id, b.user_id, b.buyer_email, b.status, b.total_cents, b.paid_cents,
    b.expires_at, b.created_at, b.completed_at, b.mailed_at
  from purchases b where b.status <> 'completed' and b.event_id = e.id
) p;

-- Seats taken are valid tickets and held seats, of a bundle's own quota the bundles sold; never more than there are.
create view inv_seats_counted as
select q.event_id, q.id as quota_id, q.taken, counted.seats as counted, q.size
from quotas q cross join lateral (
  select coalesce(sum(of.seats), 0) as seats from (
    select count(*) as seats from ticket_type_quotas d join tickets k on k.ticket_type_id = d.ticket_type_id
      where d.quota_id = q.id and k.status = 'valid'
    union all
    select sum(i.quantity) from ticket_type_quotas d join hold_items i on i.ticket_type_id = d.ticket_type_id
      where d.quota_id = q.id
    union all
    select sum(i.quantity) from ticket_types t
      join purchases_of_events p on p.of_event = q.event_id and p.status = 'completed'
      join purchase_items i on i.purchase_id = p.id and i.ticket_type_id = t.id
      where t.own_quota_id = q.id and cardinality(t.includes) > 0
  ) of
) counted
where q.taken <> counted.seats or q.taken > q.size;

-- Completed with its money, if and only if its tickets are there.
create view inv_tickets_paid_for as
select p.of_event as event_id, p.id as purchase_id, p.status, bought.tickets as bought, issued.tickets as issued
from purchases_of_events p
cross join lateral (
  select coalesce(sum(i.quantity * greatest(cardinality(t.includes), 1)), 0) as tickets
  from purchase_items i join ticket_types t on t.id = i.ticket_type_id where i.purchase_id = p.id
) bought
cross join lateral (
  select count(*) as tickets from tickets where purchase_id = p.id and status = 'valid'
) issued
where (p.status = 'completed') <> (bought.tickets = issued.tickets)
  or (p.status <> 'completed' and issued.tickets > 0)
  or (p.status = 'completed' and p.paid_cents < p.total_cents)
union all
select null, p.id, p.status, null, 0 from purchases p
where p.status = 'completed' and not exists (select 1 from tickets where purchase_id = p.id);

create view inv_money_has_a_home as
select p.of_event as event_id, p.id as purchase_id, p.paid_cents, received.cents as received
from purchases_of_events p cross join lateral (
  select coalesce(sum(paid_cents), 0) as cents from payments where purchase_id = p.id and status = 'paid'
) received
where p.paid_cents <> received.cents
union all
select null, null, null, m.paid_cents from payments m
where m.status = 'paid' and not exists (select 1 from purchases where id = m.purchase_id);

create view inv_nothing_is_orphaned as
select p.of_event as event_id, 'purchase of another organization' as what, p.id
from purchases_of_events p join events e on e.id = p.of_event
  where p.organization_id <> e.organization_id or p.event_id <> e.id
union all
select null, 'purchase without its event', p.id from purchases p
  where not exists (select 1 from events where id = p.event_id)
union all
select p.of_event, 'purchase without its user', p.id from purchases_of_events p
  where p.user_id is not null and not exists (select 1 from users where id = p.user_id)
union all
select p.of_event, 'purchase without items', p.id from purchases_of_events p
  where not exists (select 1 from purchase_items where purchase_id = p.id)
union all
select p.of_event, 'item of another event', p.id
from purchases_of_events p join purchase_items i on i.purchase_id = p.id
  where not exists (select 1 from ticket_types where id = i.ticket_type_id and event_id = p.of_event)
union all
select null, 'item without its purchase', i.purchase_id from purchase_items i
  where not exists (select 1 from purchases where id = i.purchase_id)
union all
select t.event_id, 'ticket without its purchase', k.id from ticket_types t join tickets k on k.ticket_type_id = t.id
  where not exists (select 1 from purchases where id = k.purchase_id and event_id = t.event_id)
union all
select t.event_id, 'ticket of another event', k.id from ticket_types t join tickets k on k.ticket_type_id = t.id
  where k.event_id <> t.event_id
union all
select null, 'ticket without its type', k.id from tickets k
  where not exists (select 1 from ticket_types where id = k.ticket_type_id);

-- How many tickets a mailbox owns is counted as they are issued; a bundle is none.
create view inv_holdings_counted as
select event_id, email, ticket_type_id, sum(owned) as owned, sum(valid) as valid
from (
  select h.event_id, h.email, h.ticket_type_id, h.owned, 0 as valid
    from holdings h join ticket_types t on t.id = h.ticket_type_id where cardinality(t.includes) = 0
  union all
  select t.event_id, p.buyer_email, k.ticket_type_id, 0, 1
    from ticket_types t join tickets k on k.ticket_type_id = t.id join purchases p on p.id = k.purchase_id
    where k.status = 'valid'
) counted
group by event_id, email, ticket_type_id
having sum(owned) <> sum(valid);

-- One credit a receipt, however it was written. (Who learns of a payment by asking learns no receipt.)
create view inv_receipts_credited_once as
select null::uuid as event_id, upper(btrim(receipt)) as receipt, min(id::text) as payment_id, count(*) as credits
from payments where receipt is not null group by upper(btrim(receipt)) having count(*) > 1
union all
select p.of_event, m.receipt, m.id::text, 1 from purchases_of_events p join payments m on m.purchase_id = p.id
where m.status = 'paid' and m.paid_cents is null;

create view inv_carts_spent_once as
select null::uuid as event_id, cart_id, count(*) as purchases
from purchases where cart_id is not null group by cart_id having count(*) > 1;

-- A status and the facts beside it say the same, so that no step went backwards.
create view inv_statuses_possible as
select p.of_event as event_id, 'purchase' as what, p.id, p.status from purchases_of_events p
where (p.status = 'completed' and p.completed_at is null)
  or (p.status in ('pending_payment', 'expired') and p.completed_at is not null)
  or (p.status = 'pending_payment' and (p.expires_at is null or p.total_cents = 0 or p.paid_cents >= p.total_cents))
union all
select p.of_event, 'payment', m.id, m.status from purchases_of_events p join payments m on m.purchase_id = p.id
where (m.status in ('paid', 'failed')) and m.settled_at is null
  or (m.status in ('created', 'prompted')) and m.paid_cents is not null;

-- What was issued was mailed, or will be, or a person was told that it could not be: mails are tried for about a day.
create view inv_tickets_mailed as
select p.of_event as event_id, p.id as purchase_id, p.completed_at
from purchases_of_events p
where p.status = 'completed' and p.mailed_at is null and p.completed_at < clock.now() - interval '3 days'
  and not exists (select 1 from matters m
    where m.kind = 'dead_job' and position(p.id::text in m.facts ->> 'purchaseIds') > 0);

-- One effect a key, and it is there.
create view inv_keys_have_one_effect as
select null::uuid as event_id, 'act without its purchase' as what, k.subject_id as id, 1::bigint as effects
from idempotency_keys k
where k.subject_id is not null and not exists (select 1 from purchases where id = k.subject_id)
union all
select null, 'key of several acts', min(subject_id::text)::uuid, count(*) from idempotency_keys
group by key_hash having count(*) > 1
union all
select null, 'key of several prompts', min(id::text)::uuid, count(*) from payments
where key_hash is not null group by key_hash having count(*) > 1;

-- When the terms of a type's sale were last said, so that sales are held against the terms that they had.
alter table ticket_types add column window_set_at timestamptz not null default clock.now();

create function note_window() returns trigger language plpgsql as $$
begin
  if (new.sale_starts_at, new.sale_ends_at) is distinct from (old.sale_starts_at, old.sale_ends_at) then
    new.window_set_at := clock.now();
  end if;
  return new;
end $$;
create trigger note_window before update of sale_starts_at, sale_ends_at on ticket_types
  for each row execute function note_window();

create function note_windows_of_event() returns trigger language plpgsql as $$
begin
  update ticket_types set window_set_at = clock.now() where event_id = new.id;
  return null;
end $$;
create trigger note_windows_of_event after update of ends_at on events
  for each row when (new.ends_at is distinct from old.ends_at) execute function note_windows_of_event();

-- No sale before its event was published, or outside the window of its type, by the database's clock. (A minute for a sale
-- that was under way when the window moved.)
create view inv_sales_in_their_window as
select p.of_event as event_id, p.id as purchase_id, t.id as ticket_type_id, p.created_at
from purchases_of_events p
join events e on e.id = p.of_event
join purchase_items i on i.purchase_id = p.id
join ticket_types t on t.id = i.ticket_type_id
where p.created_at > t.window_set_at + interval '1 minute'
  and (p.created_at < t.sale_starts_at or p.created_at > coalesce(t.sale_ends_at, e.ends_at)
    or e.published_at is null or p.created_at < e.published_at);
