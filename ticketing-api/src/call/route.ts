import type { Locale } from '@event-sphere/contract/auth'
import type { Endpoint } from '@event-sphere/contract/endpoint'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import type { Caller } from './caller.ts'
import type { Visitor } from './visitor.ts'

/** One parsed, authenticated call. */
export interface Call<Params, Query, Body> {
  ctx: Context
  caller: Caller
  params: Params
  query: Query
  body: Body
  /** The client's, or one drawn for this call if it sent none. */
  idempotencyKey: string
  wants: Wants
  locale: Locale
  requestId: string
  source: string
  visitor: Visitor
}

/** What `Prefer` (RFC 7240) asked for. */
export interface Wants {
  isMinimal: boolean
  waitSeconds: number
}

/** A reply whose bytes are kept, so that the same key gets the same answer. */
export class KeptReply {
  readonly body: string
  readonly isReplay: boolean
  constructor(body: string, isReplay: boolean) {
    this.body = body
    this.isReplay = isReplay
  }
}

/** A reply that is not JSON. */
export class DrawnReply {
  readonly contentType: string
  readonly body: Buffer | string
  constructor(contentType: string, body: Buffer | string) {
    this.contentType = contentType
    this.body = body
  }
}

export interface Route {
  endpoint: Endpoint
  /** Its verb keeps the answer under the key, in the transaction of its effect. */
  keepsItsReply: boolean
  handle(call: Call<unknown, unknown, unknown>): Promise<unknown>
}

type Handle<P, Q, B, R> = (call: Call<P, Q, B>) => Promise<R | KeptReply | DrawnReply>

/** Connects an endpoint of the contract to the verb that does it. */
export function on<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  handle: Handle<z.output<P>, z.output<Q>, z.output<B>, z.output<R>>,
): Route {
  const route = { endpoint: endpoint as unknown as Endpoint, handle: handle as Route['handle'] }
  return { ...route, keepsItsReply: false }
}

/** The same for a verb that itself gives the same key the same answer. */
export function onKept<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  handle: Handle<z.output<P>, z.output<Q>, z.output<B>, z.output<R>>,
): Route {
  return { ...on(endpoint, handle), keepsItsReply: true }
}
