import { z } from 'zod'
import { broken } from '../faults.ts'

const mostBytes = 8192

/** PostgreSQL keeps no NUL and no half of a surrogate pair in jsonb; JSON.stringify escapes both. */
const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/

/** What a client keeps with us and gets back as it was. */
export const isKeepable = (value: unknown): boolean => {
  const text = JSON.stringify(value)
  return new TextEncoder().encode(text).length <= mostBytes && !unstorable.test(text)
}
export const notKeepable = broken('metadata_size')

/** An open JSON object: the one place of a body that may hold any field. Whoever sees the thing sees its metadata. */
export const metadata = z.record(z.string(), z.unknown()).refine(isKeepable, notKeepable)
