import type { Endpoint, WireBody, WireParams, WireQuery } from '@event-sphere/contract/endpoint'
import type { z } from 'zod'

export type AnyEndpoint = Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType>

/** Options of every call, besides its own parameters, query and body. */
export interface Manner {
  /** An access token, or an organization's API key. */
  token?: string | undefined
  /** The language of refusals: `en` or `sw`. */
  language?: string | undefined
  /** One key per act, however often it is sent. */
  idempotencyKey?: string | undefined
  /** How many seconds the API may wait for something to change before it answers. */
  waitSeconds?: number | undefined
  /** Leaves images and expansions out of the reply. */
  isMinimal?: boolean | undefined
  /** Additional headers; they override this client's own. */
  headers?: Record<string, string> | undefined
  /** Aborts the call. */
  signal?: AbortSignal | undefined
}

/** A call in wire format, not yet checked against its contract. */
export interface Ask extends Manner {
  params?: unknown
  query?: unknown
  body?: unknown
}

type Given<Name extends string, Wire> = [Wire] extends [undefined] ? unknown : { [Key in Name]: Wire }
type Optional<Name extends string, Wire> = { [Key in Name]?: Exclude<Wire, undefined> }

/** What one call needs: the endpoint's own parameters and body, typed by the contract. */
export type AskFor<E> = Manner &
  Given<'params', WireParams<E>> &
  Given<'body', WireBody<E>> &
  Optional<'query', WireQuery<E>>
