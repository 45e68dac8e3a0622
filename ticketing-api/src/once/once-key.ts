import { hash } from 'node:crypto'
import type { Caller } from '../call/caller.ts'

/** The same caller, call and key is the same act; the fingerprint tells a retry from another request. */
export interface OnceKey {
  hash: Buffer
  fingerprint: Buffer
}

/** A key belongs to one caller and one call. */
export function onceKey(caller: Caller, call: string, key: string, asked: unknown): OnceKey {
  const who = caller.kind === 'user' ? caller.userId : caller.kind === 'key' ? caller.keyId : ''
  return { hash: digest(`${call} ${who} ${key}`), fingerprint: digest(JSON.stringify(asked)) }
}

const digest = (text: string) => hash('sha256', text, 'buffer')
