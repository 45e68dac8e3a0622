import type { Locale } from '@event-sphere/contract/auth'
import type { Endpoint } from '@event-sphere/contract/endpoint'
import type { z } from 'zod'
import type { Caller } from '../caller.ts'
import type { Context } from '../context.ts'

/** One call as a verb's caller sees it: parsed, and known who asks. */
export interface Call<Params, Query, Body> {
  ctx: Context
  caller: Caller
  params: Params
  query: Query
  body: Body
  /** Present wherever the contract requires it. */
  idempotencyKey: string | undefined
  wants: Wants
  locale: Locale
  requestId: string
  source: string
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
  handle(call: Call<unknown, unknown, unknown>): Promise<unknown>
}

/** Connects an endpoint of the contract to the verb that does it. */
export function on<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  handle: (
    call: Call<z.output<P>, z.output<Q>, z.output<B>>,
  ) => Promise<z.output<R> | KeptReply | DrawnReply>,
): Route {
  return { endpoint: endpoint as unknown as Endpoint, handle: handle as Route['handle'] }
}
