import type { RawAnswer } from './raw-answer.ts'

/** The API did not answer, or said that it cannot now. Whether the call took effect is unknown. */
export class Unreachable extends Error {
  /** The answer, if there was one. */
  readonly answer: RawAnswer | undefined
  constructor(reason: string, answer?: RawAnswer, cause?: unknown) {
    super(reason, { cause })
    this.name = 'Unreachable'
    this.answer = answer
  }
}

/** Not sent: too many calls in a row have gone unanswered. */
export class CircuitOpen extends Unreachable {
  constructor() {
    super('the circuit is open')
    this.name = 'CircuitOpen'
  }
}
