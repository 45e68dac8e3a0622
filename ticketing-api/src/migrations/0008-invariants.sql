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
