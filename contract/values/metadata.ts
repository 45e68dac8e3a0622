import { z } from 'zod'
import { broken } from '../faults.ts'

const mostBytes = 8192

/** PostgreSQL's jsonb cannot store NUL or a lone surrogate; JSON.stringify escapes both. */
const unstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/

/** Whether metadata can be stored and returned unchanged. */
export const isKeepable = (value: unknown): boolean => {
  const text = JSON.stringify(value)
  return new TextEncoder().encode(text).length <= mostBytes && !unstorable.test(text)
}
export const notKeepable = broken('metadata_size')

/**
 * An open JSON object: the only part of a body that may contain any field. It is visible to everyone who can see the
 * object.
 */
export const metadata = z.record(z.string(), z.unknown()).refine(isKeepable, notKeepable)
