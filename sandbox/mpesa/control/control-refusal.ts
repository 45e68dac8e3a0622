/** A control API request that cannot be carried out, with a code for programs and a text for people. */
export class ControlRefusal extends Error {
  readonly status: number
  readonly error: string
  constructor(status: number, error: string, message: string) {
    super(message)
    this.status = status
    this.error = error
  }
}
