-- How often somebody did something lately. Not logged: no sale waits for a disk because of it, and after a crash
-- everybody starts anew.
create unlogged table limit_counters (
  -- Of the limit and of whose it is; nobody's address or phone stands here.
  key bytea primary key,
  used integer not null,
  ends_at timestamptz not null
) with (fillfactor = 70);
create index on limit_counters (ends_at);

-- Browsers and networks from which somebody has signed in: nobody else's failures keep them out.
create table known_sources (
  user_id uuid not null references users on delete cascade,
  source_hash bytea not null,
  seen_at timestamptz not null,
  primary key (user_id, source_hash)
);
create index on known_sources (seen_at);
