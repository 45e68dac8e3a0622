import { type Problem, problem } from '@event-sphere/contract/problem'
import { data, redirect } from 'react-router'
import { z } from 'zod'
import type { Site } from '../backend/site.ts'
import { addressTelling, readTold } from './tell-page.ts'

/** Why a form was refused, as far as a page shows it; the texts are the site's own. */
export type Fault = Pick<Problem, 'code' | 'errors' | 'retryAt'>

/** A value that may be a mistake: sent a second time, it is accepted. */
const doubt = z.enum(['email', 'phone'])

const refusal = z.object({
  problem: problem.pick({ code: true, errors: true, retryAt: true }),
  typed: z.record(z.string(), z.string()),
  doubt: doubt.optional(),
  /** The API may have acted on a call that it did not answer; the same key prevents a second effect. */
  idempotencyKey: z.string().optional(),
})

/** The result of a refused form: why, and what was typed. */
export type Refused = z.output<typeof refusal>

/** All fields that need correction; the screen has the texts for each. */
export function invalidFields(names: string[]): Fault {
  return { code: 'invalid_request', errors: names.map((name) => ({ pointer: `/${name}`, message: '' })) }
}

/** The names of the fields that the contract would refuse. */
export function findInvalid(schema: z.ZodType, body: unknown): string[] {
  const read = schema.safeParse(body)
  return read.success ? [] : [...new Set(read.error.issues.map(({ path }) => String(path[0])))]
}

export type Ask<Reply> = { ok: true; reply: Reply } | { ok: false; problem: Problem }

export const newIdempotencyKey = (): string => crypto.randomUUID()

/** One submitted form. */
export interface Sent {
  site: Site
  request: Request
  form: FormData
}

/** Redirects to the form's page, which says why and keeps what was typed. */
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

/** Limits what is kept in the address to what people type. */
const longestTyped = 300
/** A password is never sent back in a page. */
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

/** Returns the reply, or throws the page that explains the refusal. */
export function replyOf<Reply>(answer: Ask<Reply>, request: Request): Reply {
  if (answer.ok) return answer.reply
  if (isSignedOut(answer.problem)) throw redirectToSignIn(request)
  throw data({ code: answer.problem.code }, { status: answer.problem.status })
}

export const isSignedOut = ({ status, code }: Problem): boolean =>
  status === 401 && code !== 'wrong_credentials'

/** Returns the signed-in user; others are sent to sign in and returned. */
export function requireUser(site: Site, request: Request) {
  if (site.session.user) return site.session.user
  if (site.session.state === 'unknown') throw data({ code: 'unavailable' }, { status: 503 })
  throw redirectToSignIn(request)
}

function redirectToSignIn(request: Request): Response {
  return redirect(`/sign-in?next=${encodeURIComponent(pathOf(request.url))}`, 303)
}
