-- Every process remembers whose tokens and keys are good. What ends one is announced with the commit that ends it,
-- by whatever program it was written, so nobody can forget to.
create function announce_ended_session() returns trigger language plpgsql as $$
begin
  perform pg_notify('ended_access', 'session ' || new.id);
  return null;
end $$;
create trigger session_ended after update of ended_at on sessions for each row
  when (old.ended_at is null and new.ended_at is not null) execute function announce_ended_session();

create function announce_ended_keys() returns trigger language plpgsql as $$
begin
  perform pg_notify('ended_access', 'keys');
  return null;
end $$;
create trigger key_ended after delete or update of revoked_at on api_keys for each row execute function announce_ended_keys();
create trigger organization_ended after update of status on organizations for each row
  when (old.status is distinct from new.status) execute function announce_ended_keys();

-- A session carries the rights that its person had when it was opened: whoever loses or gains some signs in again.
create function end_sessions(of_user uuid) returns void language plpgsql set search_path from current as $$
begin
  update sessions set ended_at = clock.now() where user_id = of_user and ended_at is null;
  perform pg_notify('ended_access', 'user ' || of_user);
end $$;

create function end_sessions_of_user() returns trigger language plpgsql set search_path from current as $$
begin
  perform end_sessions(new.id);
  return null;
end $$;
create trigger user_rights_changed after update of is_active, is_platform on users for each row
  when (old.is_active is distinct from new.is_active or old.is_platform is distinct from new.is_platform)
  execute function end_sessions_of_user();

create function end_sessions_of_member() returns trigger language plpgsql set search_path from current as $$
begin
  if tg_op <> 'DELETE' then perform end_sessions(new.user_id); end if;
  if tg_op <> 'INSERT' then perform end_sessions(old.user_id); end if;
  return null;
end $$;
create trigger member_rights_changed after insert or delete or update of role, user_id, organization_id on memberships
  for each row execute function end_sessions_of_member();
