-- What needs a person: written in the transaction of its cause, until somebody resolves it.
create table matters (
  id uuid primary key,
  kind text not null,
  -- What it is about: a noun of the contract and its id as the database has it, or a name (of a queue, of a view).
  subject text not null,
  subject_id text not null,
  -- Null for what concerns the installation alone.
  organization_id uuid references organizations,
  facts jsonb not null default '{}',
  since timestamptz not null,
  resolved_at timestamptz,
  resolved_by uuid references users,
  note text
);
-- The same thing is one matter until it is resolved.
create unique index one_open_matter on matters (kind, subject, subject_id) where resolved_at is null;
create index on matters (organization_id, since) where resolved_at is null;
