-- The request that a link was made for: when its mail failed, the next try makes another link and is not kept from it by the
-- first one, which lies in no mailbox.
alter table email_links add column ask_id uuid;
