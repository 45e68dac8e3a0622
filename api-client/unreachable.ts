import type { RawAnswer } from './raw-answer.ts'

/** The API did not answer, or answered that it cannot now. Whether a call has taken effect is unknown. */
export class Unreachable extends Error {
  /** What was answered, if anything was. */
  readonly answer: RawAnswer | undefined
  constructor(reason: string, answer?: RawAnswer, cause?: unknown) {
    super(reason, { cause })
    this.name = 'Unreachable'
    this.answer = answer
  }
}

/** Not even asked: too many calls in a row went unanswered a moment ago. */
export class CircuitOpen extends Unreachable {
  constructor() {
    super('the circuit is open')
    this.name = 'CircuitOpen'
  }
}
