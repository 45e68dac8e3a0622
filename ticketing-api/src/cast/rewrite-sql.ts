import pg from 'pg'
import { vi } from 'vitest'

/** Every statement that goes to the database goes as this makes it, in all processes of the test, until it is restored. */
export function rewriteSql(rewrite: (text: string) => string): { restore(): void } {
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...[asked, ...rest]: unknown[]
  ) {
    return query.apply(this, [rewritten(asked, rewrite), ...rest]) as never
  })
  return { restore: () => spy.mockRestore() }
}

function rewritten(asked: unknown, rewrite: (text: string) => string): unknown {
  if (typeof asked === 'string') return rewrite(asked)
  if (typeof asked !== 'object' || asked === null || !('text' in asked)) return asked
  const text = rewrite(String(asked.text))
  if (text === asked.text) return asked
  // What is prepared under the old name is the old text.
  return { ...asked, text, ...('name' in asked && { name: `re_${String(asked.name)}` }) }
}
