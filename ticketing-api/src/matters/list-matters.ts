import type { Locale } from '@event-sphere/contract/auth'
import type { listMatters as listMattersCall, Matter } from '@event-sphere/contract/matters'
import { matterId } from '@event-sphere/contract/values/ids'
import { z } from 'zod'
import type { Caller } from '../call/caller.ts'
import { readCursor } from '../call/read-cursor.ts'
import type { Context } from '../context.ts'
import { sightOf } from './rules.ts'
import { listRows } from './store.ts'
import { viewMatter } from './view.ts'

type Asked = z.output<NonNullable<typeof listMattersCall.query>>

/** What needs a person, newest first. */
export async function listMatters(
  ctx: Context,
  caller: Caller,
  { after, limit, state, kind, eventId, locale }: Asked & { locale: Locale },
): Promise<{ items: Matter[]; next: string | null }> {
  const sight = sightOf(caller)
  const cursor = readCursor(matterId, after)
  const page = { limit: limit + 1, after: cursor, kind, eventId, isResolved: state === 'resolved' }
  const rows = sight ? await listRows(ctx.database.reader, sight, page) : []
  const items = rows.slice(0, limit).map((row) => viewMatter(row, locale))
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, next: last ? z.encode(matterId, last.id) : null }
}
