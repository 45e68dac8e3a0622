create table scans (
  id uuid primary key,
  ticket_id uuid not null references tickets,
  event_id uuid not null,
  agent_id uuid not null references users,
  result text not null,
  location text not null,
  -- The event's own calendar day of the scan.
  day date not null,
  scanned_at timestamptz not null,
  recorded_at timestamptz not null default clock.now()
);
-- One entry a ticket a day, whatever gates and processes are at it.
create unique index one_admission_a_day on scans (ticket_id, day) where result = 'admitted';
create index on scans (event_id, scanned_at);
