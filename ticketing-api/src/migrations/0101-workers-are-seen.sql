-- A letter that could not be judged goes to the end of the line, so that none that came later waits behind it for good.
alter table callbacks add column tried_at timestamptz;
create index on callbacks ((coalesce(tried_at, received_at))) where judged_at is null;

-- Each worker that runs sweeps says so; whoever looks can tell that there is none.
create table worker_beats (
  -- One a process, by an id that it gives itself at its start.
  worker uuid primary key,
  beaten_at timestamptz not null
);
