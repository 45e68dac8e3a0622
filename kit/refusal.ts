/**
 * A call that was understood and refused for a named reason. Anything else that is thrown is a fault. `facts` are sent
 * to the caller with the code.
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
