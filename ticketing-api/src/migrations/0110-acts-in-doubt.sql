-- How much of what is used belongs to acts under way, which may still come to nothing, and until when that is believed.
-- A process of the version before writes neither: what it counts is counted for good, as ever.
alter table limit_counters
  add column doubtful integer not null default 0,
  add column doubt_ends_at timestamptz not null default 'epoch';
