import type { FakePrompt } from '../../cast/fake-mpesa.ts'

export type HowAnswered = 'accepted' | 'never' | 'refused' | 'busy' | 'after its callback'

/** What Safaricom knows of one prompt. */
export interface Prompted {
  prompt: FakePrompt
  how: HowAnswered
  /** What left the buyer's phone; once it has, it is told alike every time. */
  paid?: { cents: number; receipt: string }
  /** Whether somebody was told that money left, and that none did. */
  isPaidTold: boolean
  isFailureTold: boolean
  /** What queries say of it. */
  query: '0' | '1032' | '4999' | 'nothing'
}
