import type { z } from 'zod'
import type { RefusalCode } from './refusals.ts'

/** Who may call. `guest` is an organization's key acting for a buyer known only by e-mail and phone. */
export type ActorKind = 'public' | 'guest' | 'customer' | 'agent' | 'admin' | 'key' | 'platform'

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'
type ReplyStatus = 200 | 201 | 202 | 204

export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Reply extends z.ZodType = z.ZodType,
> {
  method: Method
  /** Below `/api`, with `{name}` for each of `params`. */
  path: string
  summary: string
  actor: readonly ActorKind[]
  /** Every call that changes something accepts an `Idempotency-Key`; this one requires it. */
  idempotencyKey?: 'required'
  /**
   * How long an outside service may take before the API can reply. A client waits that much longer, and a timeout says
   * nothing about the API.
   */
  outsideSeconds?: number
  params?: Params
  query?: Query
  body?: Body
  status: ReplyStatus
  /** The content type of a reply that is not JSON. */
  replyType?: 'image/png' | 'image/svg+xml'
  reply: Reply
  refusals: readonly RefusalCode[]
}

/** Defines one call: the server routes, documents and checks it by this, and clients take their types from it. */
export function endpoint<
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Reply extends z.ZodType = z.ZodUndefined,
>(said: Endpoint<Params, Query, Body, Reply>): Endpoint<Params, Query, Body, Reply> {
  return said
}

/** What a caller sends and receives: the wire format. */
export type WireParams<E> = E extends Endpoint<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.input<P> : never
export type WireQuery<E> = E extends Endpoint<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.input<Q> : never
export type WireBody<E> = E extends Endpoint<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.input<B> : never
export type WireReply<E> = E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, infer R> ? z.input<R> : never
