import { type Reader, sql } from '@event-sphere/kit/database/database'

/** Enough to see the problem; the view has the rest. */
const mostRows = 20

/** One line for each row of an invariant view, with ids but without personal data. */
export async function findBrokenPromises(reader: Reader): Promise<string[]> {
  const { rows: views } = await sql<{ name: string }>`
    select viewname as name from pg_views where schemaname = current_schema() and viewname like 'inv\\_%'
    order by viewname`.execute(reader)
  const lines: string[] = []
  for (const { name } of views) lines.push(...(await readView(reader, name)))
  return lines
}

async function readView(reader: Reader, view: string): Promise<string[]> {
  const { rows } = await sql<{ row: Record<string, unknown>; count: number }>`
    select to_jsonb(broken) as row, count(*) over ()::int as count
    from ${sql.table(view)} broken limit ${mostRows}`.execute(reader)
  const more = (rows[0]?.count ?? 0) - rows.length
  const lines = rows.map(({ row }) => `${view}: ${tellRow(row)}`)
  return more > 0 ? [...lines, `${view}: and ${more} more`] : lines
}

const tellRow = (row: Record<string, unknown>) =>
  Object.entries(row)
    .filter(([name, value]) => name !== 'email' && value !== null)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')
