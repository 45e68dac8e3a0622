/** An external server, such as the mail server, does not answer now; the same act may succeed later. */
export class Unreachable extends Error {
  /** @param who its name in the log: `the mail server` */
  constructor(who: string, cause: Error) {
    super(`${who} does not answer (${cause.message})`, { cause })
    this.name = 'Unreachable'
  }
}
