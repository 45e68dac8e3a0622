import type { RefusalCode } from '@event-sphere/contract/refusals'
import { Refusal } from '@event-sphere/kit/refusal'
import { limitOf } from './allowances.ts'
import type { Answer } from './limit-doors.ts'

/** An act that came upon its limit, and was not begun. */
export class PassRefused extends Refusal<RefusalCode> {}

/** The refusal of the limit that the act came upon. */
export function refusedBy({ limit, retryAt }: Extract<Answer, { ok: false }>): PassRefused {
  return new PassRefused(limitOf(limit).refusal ?? 'rate_limited', {
    ...(retryAt && { retryAt: retryAt.toISOString() }),
  })
}
