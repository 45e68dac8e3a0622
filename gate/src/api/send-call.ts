import type { AnyEndpoint } from '@event-sphere/api-client/ask'
import { callUntyped } from '@event-sphere/api-client/call'
import { makeSend } from '@event-sphere/api-client/send'
import type { WireBody, WireQuery, WireReply } from '@event-sphere/contract/endpoint'
import type { Problem } from '@event-sphere/contract/problem'

export type Answer<Reply> =
  | { kind: 'answered'; reply: Reply }
  | { kind: 'refused'; problem: Problem }
  /** Nothing was decided: no network, a fault, or an answer that is not the API's. */
  | { kind: 'silent' }

/** The parameters of a call, without credentials. */
export interface Asked<E> {
  body?: WireBody<E>
  query?: WireQuery<E>
}

export interface Said<E> extends Asked<E> {
  language: string
  accessToken?: string | undefined
  signal?: AbortSignal | undefined
}
export type SendCall = <E extends AnyEndpoint>(endpoint: E, said: Said<E>) => Promise<Answer<WireReply<E>>>

/**
 * Calls the Ticketing API at `apiUrl` (which ends in `/api`); never throws. The caller's signal sets the time limit.
 */
export function makeSendCall(apiUrl: string): SendCall {
  const send = makeSend({ baseUrl: apiUrl, init: { cache: 'no-store', credentials: 'omit' } })
  return async (endpoint, { accessToken: token, ...said }) => {
    try {
      const answer = await callUntyped(send, endpoint, { token, ...said })
      if (answer.ok) return { kind: 'answered', reply: answer.reply }
      const { problem } = answer
      // A fault, or an answer that is not the API's, decides nothing.
      const isSilence = problem.code === 'unavailable' || problem.status >= 500
      return isSilence ? { kind: 'silent' } : { kind: 'refused', problem }
    } catch {
      return { kind: 'silent' }
    }
  }
}
