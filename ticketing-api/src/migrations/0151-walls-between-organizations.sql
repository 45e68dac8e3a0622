-- Row-level security is the second wall under every query: what its WHERE forgets is not there all the same. A session
-- says who asks (kit/database/scope.ts); one that does not say sees nothing, and neither does the owner of the tables.
create function current_person() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('app.person_id', true), '')::uuid
$$;
create function sees_catalogue() returns boolean language sql stable parallel safe as $$
  select coalesce(current_setting('app.reach', true), '') = 'catalogue'
$$;
create function sees_everything() returns boolean language sql stable parallel safe as $$
  select coalesce(current_setting('app.reach', true), '') = 'everything'
$$;

-- Every new table with an organization_id is given this in its migration: `select wall_off('its_name')`.
create function wall_off(walled regclass) returns void language plpgsql set search_path from current as $$
begin
  execute format('alter table %s enable row level security, force row level security', walled);
  execute format('create policy of_organization on %s using (organization_id = (select current_organization()))', walled);
  execute format('create policy of_installation on %s using ((select sees_everything()))', walled);
end $$;

do $$ declare walled regclass; begin
  for walled in select a.attrelid::regclass from pg_attribute a join pg_class c on c.oid = a.attrelid
    where a.attname = 'organization_id' and c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
  loop
    perform wall_off(walled);
  end loop;
end $$;

alter table organizations enable row level security, force row level security;
create policy of_organization on organizations using (id = (select current_organization()));
create policy of_installation on organizations using ((select sees_everything()));

-- What was published once is everybody's to read: the events, who holds them, and how many each may have.
create policy of_catalogue on organizations for select using ((select sees_catalogue()));
create policy of_catalogue on events for select using ((select sees_catalogue()) and published_at is not null);
create policy of_catalogue on quotas for select using ((select sees_catalogue()) and is_event_cap
  and exists (select from events e where e.id = quotas.event_id));

-- What is a person's own, whatever organization it is of: where to find it, and no more. The rest of it is read in the
-- scope of its organization.
create policy of_person on memberships for select using (user_id = (select current_person()));
create policy of_person on purchases for select using (user_id = (select current_person()));
create policy of_person on payments for select using ((select current_person()) is not null and exists (
  select from purchases p where p.id = payments.purchase_id and p.user_id = (select current_person())));
create policy of_person on money_entries for select using ((select current_person()) is not null and exists (
  select from purchases p where p.id = money_entries.purchase_id and p.user_id = (select current_person())));
create policy of_person on tickets for select using ((select current_person()) is not null and exists (
  select from purchases p where p.id = tickets.purchase_id and p.user_id = (select current_person())));
-- A person has one cart, which moves from event to event.
create policy of_person on carts using (user_id = (select current_person()));
create policy of_person on holds for select using ((select current_person()) is not null and exists (
  select from carts c where c.id = holds.id and c.user_id = (select current_person())));

-- A view shows what whoever looks through it may see.
do $$ declare seen name; begin
  for seen in select viewname from pg_views where schemaname = current_schema() loop
    execute format('alter view %I set (security_invoker = on)', seen);
  end loop;
end $$;
