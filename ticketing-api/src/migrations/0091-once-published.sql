-- What was published once stays readable when it is cancelled; a draft that is given up was never anybody's to see.
alter table events add column published_at timestamptz;
update events set published_at = created_at where status in ('published', 'cancelled');

create function note_publication() returns trigger language plpgsql as $$
begin
  if new.status = 'published' and new.published_at is null then
    new.published_at := clock.now();
  end if;
  return new;
end $$;
create trigger note_publication before insert or update of status on events
  for each row execute function note_publication();
