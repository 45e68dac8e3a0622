-- A cart heads one purchase, whatever the till thought: its hold is spent once.
alter table purchases add column cart_id uuid;
create unique index one_purchase_a_cart on purchases (cart_id) where cart_id is not null;

-- A cart is a person's, or one that an organization's key keeps for a guest.
alter table carts
  alter column user_id drop not null,
  add column organization_id uuid references organizations,
  add constraint cart_has_one_owner check ((user_id is null) <> (organization_id is null));

-- How many tickets of a type a mailbox owns at an event. Summing its purchases instead would cost more with each of
-- them, under the stock's lock. What waits for money is counted from the few purchases that wait.
create table holdings (
  event_id uuid not null,
  email text not null,
  ticket_type_id uuid not null,
  owned integer not null check (owned >= 0),
  primary key (event_id, email, ticket_type_id)
);
insert into holdings (event_id, email, ticket_type_id, owned)
select p.event_id, p.buyer_email, k.ticket_type_id, count(*)
from tickets k join purchases p on p.id = k.purchase_id where k.status = 'valid' group by 1, 2, 3;

drop index purchases_event_id_buyer_email_idx;
create index purchases_waiting on purchases (event_id, buyer_email) where status = 'pending_payment';
create index purchases_of_guests on purchases (buyer_email) where user_id is null;

-- An answer is made again from what it was about, so a key keeps no copy of it: no secret in clear, a tenth of the bytes.
alter table idempotency_keys
  alter column reply_body drop not null,
  add column subject_id uuid;

create view inv_holdings_counted as
select coalesce(h.event_id, t.event_id) as event_id, coalesce(h.email, t.email) as email,
  coalesce(h.ticket_type_id, t.ticket_type_id) as ticket_type_id, coalesce(h.owned, 0) as owned, coalesce(t.valid, 0) as valid
from holdings h full join (
  select p.event_id, p.buyer_email as email, k.ticket_type_id, count(*) as valid
  from tickets k join purchases p on p.id = k.purchase_id where k.status = 'valid' group by 1, 2, 3
) t on t.event_id = h.event_id and t.email = h.email and t.ticket_type_id = h.ticket_type_id
where coalesce(h.owned, 0) <> coalesce(t.valid, 0);
