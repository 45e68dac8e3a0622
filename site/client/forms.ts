import type { Problem } from '@event-sphere/contract/problem'
import { data, redirect } from 'react-router'
import type { z } from 'zod'
import type { Site } from '../backend/site.ts'

/** What an action gives back when it did not go through: why, and what was typed. */
export interface Refused {
  problem: Problem
  typed: Record<string, string>
  /** The API may have heard a call it did not answer; asked again under the same key it does nothing twice. */
  idempotencyKey?: string
}

/** Fields that a person has to mend, all at once; the words for each are the screen's own. */
export function invalidFields(names: string[]): Problem {
  const errors = names.map((name) => ({ pointer: `/${name}`, message: '' }))
  return {
    type: 'about:blank',
    title: '',
    status: 422,
    code: 'invalid_request',
    detail: '',
    requestId: '',
    errors,
  }
}

/** The fields that the contract would refuse. */
export function findInvalid(schema: z.ZodType, body: unknown): string[] {
  const read = schema.safeParse(body)
  return read.success ? [] : [...new Set(read.error.issues.map(({ path }) => String(path[0])))]
}

export type Ask<Reply> = { ok: true; reply: Reply } | { ok: false; problem: Problem }

export const newIdempotencyKey = (): string => crypto.randomUUID()

export function refused(problem: Problem, form: FormData) {
  const idempotencyKey = textOf(form, 'idempotencyKey')
  const isUncertain = problem.code === 'unavailable' || problem.code === 'idempotency_key_in_use'
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) => (isShown(name) && typeof value === 'string' ? [[name, value]] : [])),
  )
  const body: Refused = { problem, typed, ...(isUncertain && idempotencyKey && { idempotencyKey }) }
  return data(body, { status: problem.status })
}

/** A password never comes back in a page. */
const isShown = (name: string) => !['password', 'formToken', 'idempotencyKey'].includes(name)

export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** The reply, or the page that explains why there is none. */
export function replyOf<Reply>(answer: Ask<Reply>, request: Request): Reply {
  if (answer.ok) return answer.reply
  if (isSignedOut(answer.problem)) throw redirectToSignIn(request)
  throw data(answer.problem, { status: answer.problem.status })
}

export const isSignedOut = ({ status, code }: Problem): boolean =>
  status === 401 && code !== 'wrong_credentials'

/** Everybody who comes further is signed in; whoever is not, signs in and comes back. */
export function requireUser(site: Site, request: Request) {
  if (site.session.user) return site.session.user
  if (site.session.state === 'unknown') throw data({ code: 'unavailable' }, { status: 503 })
  throw redirectToSignIn(request)
}

function redirectToSignIn(request: Request): Response {
  const { pathname, search } = new URL(request.url)
  return redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`, 303)
}
