-- The till's own transaction plans by indexes alone.
drop function kept_acts(bytea[]);

-- Money comes under an account to a purchase that has a price; a free one is not looked for by it, and a random value less
-- to keep in order is a page less to touch in each sale.
alter table purchases drop constraint purchases_account_key;
create unique index one_account_a_priced_purchase on purchases (account) where total_cents > 0;
