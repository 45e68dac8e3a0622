import type { Locale } from '@event-sphere/contract/auth'
import type { Problem } from '@event-sphere/contract/problem'
import { type RefusalCode, refusals } from '@event-sphere/contract/refusals'
import { hasUnstorableText, isUnavailable } from '@event-sphere/kit/database/retry'
import { Refusal } from '@event-sphere/kit/refusal'
import { words } from '../locales/words.ts'

const fastifyCodes: Record<string, RefusalCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'invalid_request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'invalid_request',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid_request',
}

/** The code of whatever was thrown; what nobody foresaw is a fault. */
export function codeOf(thrown: unknown): RefusalCode {
  if (thrown instanceof Refusal) return thrown.code as RefusalCode
  if (isUnavailable(thrown)) return 'unavailable'
  if (hasUnstorableText(thrown)) return 'invalid_request'
  if (thrown instanceof SyntaxError && 'statusCode' in thrown) return 'invalid_request'
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : ''
  return fastifyCodes[code] ?? 'fault'
}

/** problem+json (RFC 9457) in the caller's language; a fault tells no detail. */
export function problemOf(thrown: unknown, locale: Locale, requestId: string): Problem {
  const code = codeOf(thrown)
  const facts = thrown instanceof Refusal ? thrown.facts : {}
  const said = words(locale).refusals[code]
  return {
    type: `https://event-sphere.example/problems/${code.replaceAll('_', '-')}`,
    title: said.title,
    status: refusals[code],
    code,
    detail: said.detail,
    requestId,
    ...facts,
  }
}
