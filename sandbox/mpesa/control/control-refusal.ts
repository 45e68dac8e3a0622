/** A request to the control API that cannot be done, with a word for programs and a sentence for people. */
export class ControlRefusal extends Error {
  readonly status: number
  readonly error: string
  constructor(status: number, error: string, message: string) {
    super(message)
    this.status = status
    this.error = error
  }
}
