drop view inv_money_has_a_home;

create or replace view purchases_of_events as
select e.id as of_event, p.*
from events e cross join lateral (
  select b.id, b.event_id, b.organization_id, b.user_id, b.buyer_email, b.status, b.total_cents,
    case when b.total_cents > 0 then (select paid_cents from balances_of(b.id))::integer else 0 end as paid_cents,
    b.expires_at, b.created_at, b.completed_at, b.mailed_at
  from purchases b where b.status = 'completed' and b.id in (
    select k.purchase_id from ticket_types t join tickets k on k.ticket_type_id = t.id where t.event_id = e.id)
  union all
  select b.id, b.event_id, b.organization_id, b.user_id, b.buyer_email, b.status, b.total_cents,
    case when b.total_cents > 0 then (select paid_cents from balances_of(b.id))::integer else 0 end as paid_cents,
    b.expires_at, b.created_at, b.completed_at, b.mailed_at
  from purchases b where b.status <> 'completed' and b.event_id = e.id
) p;

alter table purchases drop column paid_cents;

create view inv_postings_sum_to_zero as
select null::uuid as event_id, posting_id, organization_id, currency, sum(cents) as cents, count(*) as entries
from money_entries group by posting_id, organization_id, currency having sum(cents) <> 0;

-- What M-Pesa said of each payment is what was received for its purchase, and nothing else was.
create view inv_money_has_a_home as
select p.of_event as event_id, p.id as purchase_id, m.id as payment_id, told.cents as told, booked.cents as booked
from purchases_of_events p
join payments m on m.purchase_id = p.id
cross join lateral (select case when m.status = 'paid' then coalesce(m.paid_cents, 0) else 0 end as cents) told
cross join lateral (
  select coalesce(sum(cents), 0) as cents from money_entries
  where purchase_id = p.id and payment_id = m.id and account = 'mpesa' and cause = 'received'
) booked
where told.cents <> booked.cents
union all
select null, m.purchase_id, m.id, m.paid_cents, null from payments m
where m.status = 'paid' and not exists (select 1 from purchases where id = m.purchase_id)
union all
select null, n.purchase_id, n.payment_id, null, n.cents from money_entries n
where n.account = 'mpesa' and not exists (
  select 1 from payments m join purchases p on p.id = m.purchase_id
  where m.id = n.payment_id and p.id = n.purchase_id and p.organization_id = n.organization_id);

-- What waits has its money held, what is completed has earned its price, and what has ended owes all of it.
create view inv_money_rests as
select p.of_event as event_id, p.id as purchase_id, p.status, p.total_cents, m.held_cents, m.earned_cents, m.owed_cents
from purchases_of_events p cross join lateral balances_of(p.id) m
where p.total_cents > 0 and (
  least(m.held_cents, m.earned_cents, m.owed_cents) < 0
  or (p.status = 'pending_payment') and (m.earned_cents <> 0 or m.owed_cents <> 0)
  or (p.status <> 'pending_payment') and m.held_cents <> 0
  or (p.status = 'completed') and m.earned_cents <> p.total_cents
  or (p.status in ('expired', 'cancelled', 'owed_back')) and m.earned_cents <> 0);

create index on matters (subject_id) where kind = 'money_owed_back';

-- Whoever has to pay money back was told how much, and is not asked for what is owed no more.
create view inv_owed_money_told as
select p.of_event as event_id, p.id as purchase_id, m.owed_cents, told.cents as told
from purchases_of_events p
cross join lateral balances_of(p.id) m
left join lateral (
  select (facts ->> 'amount')::numeric * 100 as cents, resolved_at from matters
  where kind = 'money_owed_back' and subject = 'purchase' and subject_id = p.id::text
  order by resolved_at is not null, since desc limit 1
) told on true
where p.total_cents > 0 and (
  (m.owed_cents > 0 and m.owed_cents is distinct from told.cents)
  or (m.owed_cents = 0 and told.cents is not null and told.resolved_at is null));
