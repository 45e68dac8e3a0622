import { type Reader, sql } from '@event-sphere/kit/database/database'

export interface Table {
  name: string
  /** What says whose a row is. */
  owner: string | null
  isWalled: boolean
  policies: string[]
}

/** Every table of the API's schema, with what walls it. */
export async function listTables(reader: Reader): Promise<Table[]> {
  const { rows } = await sql<Table>`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as "isWalled",
      case when c.relname = 'organizations' then 'id' else (select attname from pg_attribute
        where attrelid = c.oid and attname = 'organization_id' and not attisdropped) end as owner,
      array(select polname from pg_policy where polrelid = c.oid order by 1)::text[] as policies
    from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'ticketing'::regnamespace order by 1`.execute(
    reader,
  )
  return rows
}
