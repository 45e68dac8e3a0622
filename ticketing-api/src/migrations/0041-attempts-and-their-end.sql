alter table payments
  -- Why M-Pesa, or the way to it, turned the request itself away; result_code is Safaricom's alone.
  add column refused_because text,
  -- From when the same may be asked again.
  add column retry_at timestamptz,
  -- Whose attempt it was: an account, or a guest of an organization.
  add column payer text,
  -- When a person was asked to find out how it ended, since nobody else could say.
  add column person_asked_at timestamptz;

update payments set refused_because = result_code, result_code = null
where status = 'failed' and checkout_request_id is null and result_code <> '1001';

create index on payments (payer, created_at);
create index on payments (created_at) where person_asked_at is null and status in ('created', 'prompted', 'expired');

-- Callbacks are kept for a while after they were judged.
create index on callbacks (received_at) where judged_at is not null;

-- Safaricom has asked for less: until then nobody in the installation prompts, or asks how prompts went.
create table mpesa_pauses (
  what text primary key check (what in ('prompts', 'questions')),
  until timestamptz not null,
  strikes integer not null
);
