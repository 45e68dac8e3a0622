-- Each view lists what is wrong; an empty one is a promise kept.

create view inv_seats_counted as
select q.id as quota_id, q.taken, coalesce(sum(s.seats), 0) as counted
from quotas q
left join ticket_type_quotas tq on tq.quota_id = q.id
left join (
  select ticket_type_id, count(*) as seats from tickets where status = 'valid' group by 1
  union all
  select ticket_type_id, sum(quantity) from hold_items group by 1
) s on s.ticket_type_id = tq.ticket_type_id
group by q.id
having q.taken <> coalesce(sum(s.seats), 0) or q.taken > q.size;

create view inv_tickets_paid_for as
select p.id as purchase_id, p.status,
  (select coalesce(sum(quantity), 0) from purchase_items where purchase_id = p.id) as bought,
  (select count(*) from tickets where purchase_id = p.id and status = 'valid') as issued
from purchases p
where (p.status = 'completed') <> (
    (select coalesce(sum(quantity), 0) from purchase_items where purchase_id = p.id)
    = (select count(*) from tickets where purchase_id = p.id and status = 'valid'))
  or (p.status <> 'completed' and exists (select 1 from tickets where purchase_id = p.id and status = 'valid'))
  or (p.status = 'completed' and p.paid_cents < p.total_cents);

create view inv_money_has_a_home as
select p.id as purchase_id, p.paid_cents, coalesce(sum(m.paid_cents), 0) as received
from purchases p left join payments m on m.purchase_id = p.id and m.status = 'paid'
group by p.id
having p.paid_cents <> coalesce(sum(m.paid_cents), 0);

create view inv_nothing_is_orphaned as
select 'purchase without its event' as what, p.id from purchases p
  where not exists (select 1 from events where id = p.event_id and organization_id = p.organization_id)
union all
select 'purchase without its user', p.id from purchases p
  where p.user_id is not null and not exists (select 1 from users where id = p.user_id)
union all
select 'purchase without items', p.id from purchases p
  where not exists (select 1 from purchase_items where purchase_id = p.id)
union all
select 'item without its purchase or type', i.purchase_id from purchase_items i
  where not exists (select 1 from purchases p join ticket_types t on t.event_id = p.event_id
    where p.id = i.purchase_id and t.id = i.ticket_type_id)
union all
select 'ticket without its purchase or type', k.id from tickets k
  where not exists (select 1 from purchases p join ticket_types t on t.event_id = p.event_id
    where p.id = k.purchase_id and t.id = k.ticket_type_id and p.event_id = k.event_id);
