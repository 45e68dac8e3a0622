-- Money as rows: a posting is two or more entries that sum to zero. Debits are positive, credits negative.
create table money_entries (
  id bigint generated always as identity primary key,
  posting_id uuid not null,
  -- Where the money is (mpesa), or whose it is: held for a purchase, earned by its organization, owed back to its buyer.
  account text not null check (account in ('mpesa', 'held_for', 'earned', 'owed_back')),
  -- An organization's whole year can be one entry, and an integer ends at KSh 21 million.
  cents bigint not null check (cents <> 0),
  currency text not null default 'KES' check (currency = 'KES'),
  cause text not null check (cause in ('received', 'completed', 'buys_nothing', 'no_tickets', 'expired', 'given_up',
    'event_cancelled', 'opened')),
  organization_id uuid not null references organizations,
  -- No foreign keys, as between the rows of a sale: inv_money_has_a_home says what they would have said.
  purchase_id uuid,
  payment_id uuid,
  receipt text,
  at timestamptz not null default clock.now()
);
create index on money_entries (purchase_id);

-- Money of one payment is received once, and once more with the receipt that comes after a query told of the payment.
create unique index one_receiving_a_payment on money_entries (payment_id, (receipt is null))
  where account = 'mpesa' and cause = 'received';
create unique index one_receiving_a_receipt on money_entries (receipt)
  where account = 'mpesa' and cause = 'received' and receipt is not null;

create function keep_entries() returns trigger language plpgsql as $$
begin
  raise exception 'entries of money are never changed: a correction is a posting of its own'
    using errcode = 'restrict_violation';
end $$;
create trigger keep_entries before update or delete or truncate on money_entries
  for each statement execute function keep_entries();

-- A posting is written by one statement, so that it is judged once, when that statement ends.
create function sum_to_zero() returns trigger language plpgsql as $$
begin
  if exists (select from added group by posting_id, organization_id, currency having sum(cents) <> 0) then
    raise exception 'a posting of money does not sum to zero'
      using errcode = 'check_violation', constraint = 'postings_sum_to_zero';
  end if;
  return null;
end $$;
create trigger sum_to_zero after insert on money_entries referencing new table as added
  for each statement execute function sum_to_zero();

-- What came in for a purchase, and where it is now. Read it after the purchase is locked, by another statement: one that
-- waits for a lock goes on with the entries as they were before it waited.
create function balances_of(purchase uuid)
returns table (paid_cents bigint, held_cents bigint, earned_cents bigint, owed_cents bigint)
language sql stable as $$
  select
    coalesce(sum(cents) filter (where account = 'mpesa' and cause = 'received'), 0)::bigint,
    coalesce(-sum(cents) filter (where account = 'held_for'), 0)::bigint,
    coalesce(-sum(cents) filter (where account = 'earned'), 0)::bigint,
    coalesce(-sum(cents) filter (where account = 'owed_back'), 0)::bigint
  from money_entries where purchase_id = purchase
$$;
