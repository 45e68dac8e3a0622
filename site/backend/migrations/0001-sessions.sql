-- A browser's session. The cookie's secret is not here, only its SHA-256; what the session knows is sealed with a
-- key made from that secret, so this table alone opens nothing.
create table sessions (
  id_hash bytea primary key check (length(id_hash) = 32),
  sealed bytea not null,
  created_at timestamptz not null default clock.now(),
  used_at timestamptz not null default clock.now(),
  -- While one process trades the refresh token, the others wait for its answer.
  renewing_until timestamptz
);
create index sessions_used_at on sessions (used_at);
