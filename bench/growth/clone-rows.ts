import type pg from 'pg'

/** The row to copy, the number of copies, and what differs: SQL by column, in which `n` counts the copies. */
export interface Copies {
  table: string
  model: { column: string; value: unknown }
  from: number
  to: number
  differs: Record<string, string>
}

/** Copies a row that the product itself has written, so that columns added later are filled correctly. */
export async function cloneRows(
  client: pg.Client,
  { table, model, from, to, differs }: Copies,
): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  )
  const names = rows.map(({ name }) => name)
  const unknown = Object.keys(differs).filter((name) => !names.includes(name))
  if (unknown.length > 0) throw new Error(`${table} has no columns ${unknown.join(', ')}`)
  const values = names.map((name) => differs[name] ?? `model."${name}"`)
  const { rowCount } = await client.query(
    `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')})
     select ${values.join(', ')} from ${table} model, generate_series(${from}::bigint, ${to}::bigint) n
     where model."${model.column}" = $1`,
    [model.value],
  )
  if (rowCount !== to - from + 1) throw new Error(`${table} got ${rowCount} copies`)
}

/** A distinct UUID v7 for each n, in the order of n and older than any new one. */
export const uuidOf = (family: number): string =>
  `(lpad(to_hex(1700000000000 + n), 12, '0') || '7${family}00' || '8000' || lpad(to_hex(n), 12, '0'))::uuid`

/**
 * Ten characters of Crockford's alphabet, distinct for each n and unordered: multiplication by an odd number permutes
 * the numbers below 2^50.
 */
export function crockfordOf(factor: number): string {
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  const letter = (place: number) =>
    `substr('${letters}', (((n * ${factor}) >> ${5 * place}) & 31)::int + 1, 1)`
  return `(${Array.from({ length: 10 }, (_, place) => letter(place)).join(' || ')})`
}
