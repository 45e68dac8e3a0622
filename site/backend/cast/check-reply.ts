import * as auth from '@event-sphere/contract/auth'
import type { Endpoint } from '@event-sphere/contract/endpoint'
import * as events from '@event-sphere/contract/events'
import * as organizations from '@event-sphere/contract/organizations'
import * as payments from '@event-sphere/contract/payments'
import { problem } from '@event-sphere/contract/problem'
import * as purchases from '@event-sphere/contract/purchases'
import type { RefusalCode } from '@event-sphere/contract/refusals'
import { refusalsOf } from '@event-sphere/contract/refusals-of'
import * as ticketTypes from '@event-sphere/contract/ticket-types'
import * as tickets from '@event-sphere/contract/tickets'
import * as webhooks from '@event-sphere/contract/webhooks'
import type { z } from 'zod'

export type Call = Endpoint<z.ZodType, z.ZodType, z.ZodType, z.ZodType>

const rooms = [auth, events, organizations, payments, purchases, ticketTypes, tickets, webhooks]
const calls = rooms.flatMap((room) => Object.values(room)).filter(isCall)

/**
 * Finds the contract's call for a request such as `POST /auth/register`. A path without parameters takes precedence.
 * @throws if the contract has no such call.
 */
export function callOf(heard: string): Call {
  const fitting = calls.filter(({ method, path }) => patternOf(`${method} ${path}`).test(heard))
  const [exact] = fitting.sort((a, b) => Number(a.path.includes('{')) - Number(b.path.includes('{')))
  if (!exact) throw new Error(`the contract has no call ${heard}`)
  return exact
}

/** @throws if the pretended API gives a reply that the real one could not. */
export function checkReply({ method, path, reply }: Call, said: unknown): void {
  const read = reply.safeParse(said)
  if (!read.success) throw new Error(`the pretended reply of ${method} ${path}: ${read.error.message}`)
}

/** @throws if the pretended API refuses in a different format than the real one. */
export function checkProblem(said: object): void {
  problem.strict().parse(said)
}

/** @throws if the contract does not list this refusal for the call. */
export function checkRefusal(call: Call, code: RefusalCode): void {
  if (!refusalsOf(call).has(code))
    throw new Error(`${call.method} ${call.path} is never refused with ${code}`)
}

function isCall(value: unknown): value is Call {
  return typeof value === 'object' && value !== null && 'method' in value && 'reply' in value
}

const patternOf = (call: string) => new RegExp(`^${call.replace(/\{\w+\}/g, '[^/]+')}$`)
