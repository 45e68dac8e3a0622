-- Whoever registers an address that has an account already gets a shadow of it: an account of their own, seen by nobody
-- else, until the owner of the mailbox is proven. One account of an address is the named one.
alter table users add column is_shadow boolean not null default false;
alter table users drop constraint users_email_key;
create unique index one_named_account on users (email) where not is_shadow;
create index on users (email) where is_shadow and is_active;
