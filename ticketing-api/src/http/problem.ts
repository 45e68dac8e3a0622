import type { Locale } from '@event-sphere/contract/auth'
import type { Problem } from '@event-sphere/contract/problem'
import { type RefusalCode, refusals } from '@event-sphere/contract/refusals'
import { hasUnstorableText, isUnavailable } from '@event-sphere/kit/database/retry'
import { Refusal } from '@event-sphere/kit/refusal'
import type { FieldFault } from '../call/field-fault.ts'
import type { RefusalFacts } from '../call/refuse.ts'
import { fill, words } from '../locales/words.ts'

/** Refusals of the framework and of its plugins, by the status that they came with. */
const codesByStatus: Record<number, RefusalCode> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  408: 'timed_out',
  413: 'too_large',
  415: 'unsupported_media_type',
  429: 'rate_limited',
  431: 'headers_too_large',
  503: 'unavailable',
}

/** The code of whatever was thrown; what nobody foresaw is a fault. */
export function codeOf(thrown: unknown): RefusalCode {
  if (thrown instanceof Refusal) return thrown.code as RefusalCode
  if (isUnavailable(thrown)) return 'unavailable'
  if (hasUnstorableText(thrown)) return 'invalid_request'
  const status =
    typeof thrown === 'object' && thrown !== null && 'statusCode' in thrown ? thrown.statusCode : 0
  if (typeof status !== 'number') return 'fault'
  return codesByStatus[status] ?? (status >= 400 && status < 500 ? 'invalid_request' : 'fault')
}

/** problem+json (RFC 9457) in the caller's language; a fault tells no detail. */
export function problemOf(thrown: unknown, locale: Locale, requestId: string): Problem {
  const code = codeOf(thrown)
  const { errors, ...facts } = (thrown instanceof Refusal ? thrown.facts : {}) as RefusalFacts
  const said = words(locale).refusals[code]
  return {
    type: `https://event-sphere.example/problems/${code.replaceAll('_', '-')}`,
    title: said.title,
    status: refusals[code],
    code,
    detail: said.detail,
    requestId,
    ...facts,
    ...(errors && { errors: errors.map((fault) => tellFault(fault, locale)) }),
  }
}

function tellFault({ pointer, fault, values }: FieldFault, locale: Locale) {
  return { pointer, message: fill(words(locale).faults[fault], values ?? {}) }
}
