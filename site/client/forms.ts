import { type Problem, problem } from '@event-sphere/contract/problem'
import { data, redirect } from 'react-router'
import { z } from 'zod'
import type { Site } from '../backend/site.ts'
import { addressTelling, readTold } from './tell-page.ts'

/** Why a form did not go through, as far as a page tells of it: the words are the site's own. */
export type Fault = Pick<Problem, 'code' | 'errors' | 'retryAt'>

/** What may be meant otherwise: sent a second time, it goes through. */
const doubt = z.enum(['email', 'phone'])

const refusal = z.object({
  problem: problem.pick({ code: true, errors: true, retryAt: true }),
  typed: z.record(z.string(), z.string()),
  doubt: doubt.optional(),
  /** The API may have heard a call it did not answer; asked again under the same key it does nothing twice. */
  idempotencyKey: z.string().optional(),
})

/** What a form comes back with when it did not go through: why, and what was typed. */
export type Refused = z.output<typeof refusal>

/** Fields that a person has to mend, all at once; the words for each are the screen's own. */
export function invalidFields(names: string[]): Fault {
  return { code: 'invalid_request', errors: names.map((name) => ({ pointer: `/${name}`, message: '' })) }
}

/** The fields that the contract would refuse. */
export function findInvalid(schema: z.ZodType, body: unknown): string[] {
  const read = schema.safeParse(body)
  return read.success ? [] : [...new Set(read.error.issues.map(({ path }) => String(path[0])))]
}

export type Ask<Reply> = { ok: true; reply: Reply } | { ok: false; problem: Problem }

export const newIdempotencyKey = (): string => crypto.randomUUID()

/** What one form of one request came with. */
export interface Sent {
  site: Site
  request: Request
  form: FormData
}

/** Back to the page of the form, which says why and keeps what was typed. */
export function refused({ site, request, form }: Sent, fault: Fault, doubt?: Refused['doubt']): Response {
  const { code, errors, retryAt } = fault
  const key = textOf(form, 'idempotencyKey')
  const isUncertain = code === 'unavailable' || code === 'idempotency_key_in_use'
  const content: Refused = {
    problem: { code, ...(errors && { errors }), ...(retryAt && { retryAt }) },
    typed: typedIn(form),
    ...(doubt && { doubt }),
    ...(isUncertain && key && { idempotencyKey: key }),
  }
  return redirect(addressTelling(site, pathOf(request.url), 'refused', content), 303)
}

export function readRefused(site: Site, request: Request): Refused | undefined {
  const read = refusal.safeParse(readTold(site, request.url, 'refused'))
  return read.success ? read.data : undefined
}

/** An address has room for what people type, and for no more. */
const longestTyped = 300
/** A password never comes back in a page. */
const isShown = (name: string) => !['password', 'formToken', 'idempotencyKey'].includes(name)

function typedIn(form: FormData): Record<string, string> {
  const shown = [...form].filter(([name, value]) => isShown(name) && typeof value === 'string').slice(0, 12)
  return Object.fromEntries(shown.map(([name, value]) => [name, String(value).slice(0, longestTyped)]))
}

export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

export function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname + search
}

/** The reply, or the page that explains why there is none. */
export function replyOf<Reply>(answer: Ask<Reply>, request: Request): Reply {
  if (answer.ok) return answer.reply
  if (isSignedOut(answer.problem)) throw redirectToSignIn(request)
  throw data({ code: answer.problem.code }, { status: answer.problem.status })
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
  return redirect(`/sign-in?next=${encodeURIComponent(pathOf(request.url))}`, 303)
}
