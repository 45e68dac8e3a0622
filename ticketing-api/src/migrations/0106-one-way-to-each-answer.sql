-- Safaricom is asked in this order, a few at a time: without it each few sort everything that waits.
create index payments_to_ask on payments (queries, created_at desc, next_query_at)
  where next_query_at is not null and checkout_request_id is not null;
drop index payments_next_query_at_idx;

-- Who waits for money is looked up by event and buyer in every sale. A plan that was made while the table was small takes any
-- index that its condition allows, and then reads everybody who waits: so its condition allows this one alone.
create index purchases_unfinished_of_buyer on purchases (event_id, buyer_email) where status <> 'completed';
drop index purchases_unfinished, purchases_waiting;
create index purchases_to_expire on purchases (expires_at) where status = 'pending_payment' and expires_at is not null;
drop index purchases_event_id_expires_at_idx;
