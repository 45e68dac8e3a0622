/**
 * A call that was understood and is refused, for a reason with a name. Anything else that is thrown is a fault.
 * `facts` travel to the caller beside the code.
 */
export class Refusal<Code extends string = string> extends Error {
  readonly code: Code
  readonly facts: Record<string, unknown>
  constructor(code: Code, facts: Record<string, unknown> = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.facts = facts
  }
}
