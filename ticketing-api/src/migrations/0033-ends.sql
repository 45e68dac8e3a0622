-- What grows with use has an end; each of these is deleted by its instant.
create index on email_links (expires_at);
create index on email_links (user_id);
create index on sessions (expires_at);
create index on sessions (ended_at) where ended_at is not null;
create index on refresh_tokens using brin (created_at);
create index on consents using brin (given_at);
alter table refresh_tokens
  drop constraint refresh_tokens_session_id_fkey,
  add foreign key (session_id) references sessions on delete cascade;
