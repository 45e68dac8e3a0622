-- What came in before there were entries. Nobody may take money between this and the end of purchases.paid_cents.
lock table purchases, payments in exclusive mode;

with posting as materialized (
  select gen_random_uuid() as id, p.organization_id, p.id as purchase_id, m.id as payment_id, m.receipt,
    m.paid_cents as cents, coalesce(m.settled_at, m.created_at) as at
  from payments m join purchases p on p.id = m.purchase_id where m.status = 'paid' and m.paid_cents > 0
  union all
  -- What buyers were told has come in and no payment tells of: inv_money_has_a_home goes on saying so.
  select gen_random_uuid(), p.organization_id, p.id, null, null, p.paid_cents - told.cents, clock.now()
  from purchases p cross join lateral (
    select coalesce(sum(paid_cents), 0) as cents from payments where purchase_id = p.id and status = 'paid'
  ) told
  where p.paid_cents <> told.cents
)
insert into money_entries (posting_id, account, cents, cause, organization_id, purchase_id, payment_id, receipt, at)
select posting.id, side.account, side.sign * posting.cents, 'received', organization_id, purchase_id, payment_id, receipt, at
from posting cross join (values ('mpesa', 1), ('held_for', -1)) side (account, sign)
order by at, posting.id, side.sign desc;

with posting as materialized (
  select gen_random_uuid() as id, p.organization_id, p.id as purchase_id, p.paid_cents as cents,
    case when p.status in ('completed', 'partially_refunded', 'refunded') then least(p.paid_cents, p.total_cents)
      else 0 end as earned
  from purchases p where p.paid_cents > 0 and p.status <> 'pending_payment'
)
insert into money_entries (posting_id, account, cents, cause, organization_id, purchase_id)
select posting.id, side.account, side.cents, 'opened', organization_id, purchase_id
from posting cross join lateral (
  values ('held_for', cents), ('earned', -earned), ('owed_back', earned - cents)
) side (account, cents)
where side.cents <> 0
order by posting.id;
