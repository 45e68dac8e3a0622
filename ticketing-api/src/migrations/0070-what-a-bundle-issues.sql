-- A bundle issues one ticket of each type that it includes, and none of its own.
create function tickets_for(ticket_type_id uuid, quantity integer) returns integer language sql stable as $$
  select quantity * greatest(cardinality(includes), 1) from ticket_types where id = ticket_type_id
$$;

create or replace view inv_tickets_paid_for as
select p.id as purchase_id, p.status, bought.tickets as bought, issued.tickets as issued
from purchases p
cross join lateral (
  select coalesce(sum(tickets_for(ticket_type_id, quantity)), 0) as tickets from purchase_items where purchase_id = p.id
) bought
cross join lateral (
  select count(*) as tickets from tickets where purchase_id = p.id and status = 'valid'
) issued
where (p.status = 'completed') <> (bought.tickets = issued.tickets)
  or (p.status <> 'completed' and issued.tickets > 0)
  or (p.status = 'completed' and p.paid_cents < p.total_cents);

-- A bundle's own quota counts the bundles that were sold, since no ticket says so.
create or replace view inv_seats_counted as
select q.id as quota_id, q.taken, coalesce(sum(s.seats), 0) as counted
from quotas q
left join (
  select tq.quota_id, count(*) as seats
    from tickets k join ticket_type_quotas tq using (ticket_type_id) where k.status = 'valid' group by 1
  union all
  select tq.quota_id, sum(i.quantity) from hold_items i join ticket_type_quotas tq using (ticket_type_id) group by 1
  union all
  select t.own_quota_id, sum(i.quantity)
    from purchase_items i join purchases p on p.id = i.purchase_id and p.status = 'completed'
    join ticket_types t on t.id = i.ticket_type_id and cardinality(t.includes) > 0 and t.own_quota_id is not null
    group by 1
) s on s.quota_id = q.id
group by q.id
having q.taken <> coalesce(sum(s.seats), 0) or q.taken > q.size;

create or replace view inv_holdings_counted as
select coalesce(h.event_id, t.event_id) as event_id, coalesce(h.email, t.email) as email,
  coalesce(h.ticket_type_id, t.ticket_type_id) as ticket_type_id,
  coalesce(h.owned, 0) as owned, coalesce(t.valid, 0) as valid
from (
  select h.* from holdings h join ticket_types y on y.id = h.ticket_type_id where cardinality(y.includes) = 0
) h
full join (
  select p.event_id, p.buyer_email as email, k.ticket_type_id, count(*) as valid
  from tickets k join purchases p on p.id = k.purchase_id where k.status = 'valid' group by 1, 2, 3
) t on t.event_id = h.event_id and t.email = h.email and t.ticket_type_id = h.ticket_type_id
where coalesce(h.owned, 0) <> coalesce(t.valid, 0);
