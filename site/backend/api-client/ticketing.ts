import type { Endpoint, WireBody, WireParams, WireQuery, WireReply } from '@event-sphere/contract/endpoint'
import type { z } from 'zod'
import { type Answer, makeProblem, type RawAnswer, readAnswer, readJson, readProblem } from './answer.ts'
import { type AnyEndpoint, type Ask, type Caller, defaultCaller, prepareRequest } from './request.ts'
import { type Send, Unreachable } from './transport.ts'

type Given<Name extends string, Wire> = [Wire] extends [undefined] ? unknown : { [Key in Name]: Wire }
type Optional<Name extends string, Wire> = { [Key in Name]?: Exclude<Wire, undefined> }

/** What one call needs: the endpoint's own parameters and body, typed by the contract. */
export type AskFor<E> = Pick<Ask, 'as' | 'idempotencyKey' | 'waitSeconds' | 'isMinimal' | 'signal'> &
  Given<'params', WireParams<E>> &
  Given<'body', WireBody<E>> &
  Optional<'query', WireQuery<E>>

/** The typed client of the Ticketing API, for one request of one browser. */
export interface Ticketing {
  call<E extends Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType>>(
    endpoint: E,
    ask: AskFor<E>,
  ): Promise<Answer<WireReply<E>>>
  /** The same, for replies that are not JSON. */
  download(endpoint: AnyEndpoint, ask: Ask): Promise<Answer<RawAnswer>>
}

/** Where a caller's access token comes from, and how a new one is had when the API says it has ended. */
export interface Credentials {
  accessToken(): string | undefined
  renew(ended: string): Promise<string | undefined>
}

export interface Speaker {
  send: Send
  user: Credentials
  organizationToken: string
  language: string
  requestId: string
  /** Whom the site speaks for: the API believes it from our own servers alone. */
  visitor?: { network: string | undefined; browser: string | undefined }
}

export function makeTicketing(speaker: Speaker): Ticketing {
  const send = (endpoint: AnyEndpoint, ask: Ask) => sendAs(speaker, endpoint, ask)
  return {
    async call<Reply>(endpoint: AnyEndpoint, ask: object) {
      const raw = await send(endpoint, ask)
      return raw instanceof Unreachable ? away<Reply>(raw) : readAnswer<Reply>(raw)
    },
    async download(endpoint, ask) {
      const raw = await send(endpoint, ask)
      if (raw instanceof Unreachable) return away(raw)
      return raw.status === 200 ? { ok: true, reply: raw } : readAnswer(raw)
    },
  }
}

function away<Reply>({ answer }: Unreachable): Answer<Reply> {
  return { ok: false, problem: answer ? readProblem(answer.status, readJson(answer)) : makeProblem(503) }
}

async function sendAs(speaker: Speaker, endpoint: AnyEndpoint, ask: Ask): Promise<RawAnswer | Unreachable> {
  const caller = ask.as ?? defaultCaller(endpoint.actor)
  const token = tokenOf(speaker, caller)
  try {
    const first = await speaker.send(prepareRequest(endpoint, ask, headersOf(speaker, token)))
    if (first.status !== 401 || caller !== 'user' || !token) return first
    const renewed = await speaker.user.renew(token)
    if (!renewed) return first
    return await speaker.send(prepareRequest(endpoint, ask, headersOf(speaker, renewed)))
  } catch (fault) {
    if (fault instanceof Unreachable) return fault
    throw fault
  }
}

function tokenOf(speaker: Speaker, caller: Caller): string | undefined {
  if (caller === 'organization') return speaker.organizationToken
  return caller === 'user' ? speaker.user.accessToken() : undefined
}

function headersOf(speaker: Speaker, token: string | undefined): Record<string, string> {
  const { network, browser } = speaker.visitor ?? {}
  return {
    'accept-language': speaker.language,
    'x-request-id': speaker.requestId,
    ...(network && { 'x-forwarded-for': network }),
    ...(browser && { 'x-visitor-browser': browser }),
    ...(token && { authorization: `Bearer ${token}` }),
  }
}
