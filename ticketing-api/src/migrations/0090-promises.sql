-- Each view lists what is wrong, an empty one is a promise kept. All have event_id, so that one event can be looked at
-- alone: in a condition on it every part reads what is that event's. Null is what no event can be named for.

drop view inv_seats_counted, inv_tickets_paid_for, inv_money_has_a_home, inv_nothing_is_orphaned, inv_holdings_counted;

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
    select sum(i.quantity) from ticket_types t join purchase_items i on i.ticket_type_id = t.id
      join purchases p on p.id = i.purchase_id and p.event_id = t.event_id and p.status = 'completed'
      where t.own_quota_id = q.id and cardinality(t.includes) > 0
  ) of
) counted
where q.taken <> counted.seats or q.taken > q.size;

-- Completed with its money, if and only if its tickets are there.
create view inv_tickets_paid_for as
select p.event_id, p.id as purchase_id, p.status, bought.tickets as bought, issued.tickets as issued
from purchases p
cross join lateral (
  select coalesce(sum(i.quantity * greatest(cardinality(t.includes), 1)), 0) as tickets
  from purchase_items i join ticket_types t on t.id = i.ticket_type_id where i.purchase_id = p.id
) bought
cross join lateral (
  select count(*) as tickets from tickets where purchase_id = p.id and status = 'valid'
) issued
where (p.status = 'completed') <> (bought.tickets = issued.tickets)
  or (p.status <> 'completed' and issued.tickets > 0)
  or (p.status = 'completed' and p.paid_cents < p.total_cents);

create view inv_money_has_a_home as
select p.event_id, p.id as purchase_id, p.paid_cents, received.cents as received
from purchases p cross join lateral (
  select coalesce(sum(paid_cents), 0) as cents from payments where purchase_id = p.id and status = 'paid'
) received
where p.paid_cents <> received.cents;

create view inv_nothing_is_orphaned as
select p.event_id, 'purchase without its event' as what, p.id from purchases p
  where not exists (select 1 from events where id = p.event_id and organization_id = p.organization_id)
union all
select p.event_id, 'purchase without its user', p.id from purchases p
  where p.user_id is not null and not exists (select 1 from users where id = p.user_id)
union all
select p.event_id, 'purchase without items', p.id from purchases p
  where not exists (select 1 from purchase_items where purchase_id = p.id)
union all
select p.event_id, 'item of another event', p.id from purchases p join purchase_items i on i.purchase_id = p.id
  where not exists (select 1 from ticket_types where id = i.ticket_type_id and event_id = p.event_id)
union all
select null, 'item without its purchase', i.purchase_id from purchase_items i
  where not exists (select 1 from purchases where id = i.purchase_id)
union all
select t.event_id, 'ticket without its purchase', k.id from ticket_types t join tickets k on k.ticket_type_id = t.id
  where not exists (select 1 from purchases where id = k.purchase_id and event_id = t.event_id) or k.event_id <> t.event_id
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
  select p.event_id, p.buyer_email, k.ticket_type_id, 0, 1
    from purchases p join tickets k on k.purchase_id = p.id where k.status = 'valid'
) counted
group by event_id, email, ticket_type_id
having sum(owned) <> sum(valid);

-- One credit a receipt, however it was written. (Who learns of a payment by asking learns no receipt.)
create view inv_receipts_credited_once as
select null::uuid as event_id, upper(btrim(receipt)) as receipt, min(id::text) as payment_id, count(*) as credits
from payments where receipt is not null group by upper(btrim(receipt)) having count(*) > 1
union all
select p.event_id, m.receipt, m.id::text, 1 from purchases p join payments m on m.purchase_id = p.id
where m.status = 'paid' and m.paid_cents is null;

-- One entry a ticket, an entrance and a day, and of a ticket of that event alone.
create view inv_one_admission_a_day as
select event_id, ticket_id, entrance_id, day, count(*) as admissions
from scans where result = 'admitted' group by event_id, ticket_id, entrance_id, day having count(*) > 1
union all
select s.event_id, s.ticket_id, s.entrance_id, s.day, 1 from scans s
where s.result = 'admitted' and not exists (select 1 from tickets k where k.id = s.ticket_id and k.event_id = s.event_id);

create view inv_carts_spent_once as
select min(event_id::text)::uuid as event_id, cart_id, count(*) as purchases
from purchases where cart_id is not null group by cart_id having count(*) > 1;

-- A status and the facts beside it say the same, so that no step went backwards.
create view inv_statuses_possible as
select p.event_id, 'purchase' as what, p.id, p.status from purchases p
where (p.status = 'completed' and p.completed_at is null)
  or (p.status in ('pending_payment', 'expired') and p.completed_at is not null)
  or (p.status = 'pending_payment' and (p.expires_at is null or p.total_cents = 0 or p.paid_cents >= p.total_cents))
union all
select p.event_id, 'payment', m.id, m.status from purchases p join payments m on m.purchase_id = p.id
where (m.status in ('paid', 'failed')) and m.settled_at is null
  or (m.status in ('created', 'prompted')) and m.paid_cents is not null;

-- Nothing is kept for anybody at an event that is off; those who wait for their money's effect are told soon.
create view inv_cancelled_events_end as
select e.id as event_id, 'hold' as what, h.id from events e join holds h on h.event_id = e.id where e.status = 'cancelled'
union all
select e.id, 'purchase', p.id from events e join purchases p on p.event_id = e.id
where e.status = 'cancelled' and p.status = 'pending_payment' and p.expires_at < clock.now() - interval '1 hour';

-- When each event was last looked at; all zeros stands for what no event can be named for.
create table invariant_checks (
  scope uuid primary key,
  checked_at timestamptz not null
);
