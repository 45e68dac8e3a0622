-- Wrong passwords are counted under a hash with the key of their hour, so that one password tried on many accounts is
-- seen; the key goes with its hour, and with it every way to tell which password it was.
create unlogged table guess_keys (
  starts_at timestamptz primary key,
  key bytea not null
);
