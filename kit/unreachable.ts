/** A server of somebody else's, such as the one for mail, that does not answer now; the same act may go through later. */
export class Unreachable extends Error {
  /** @param who what a line of the log calls it: `the mail server` */
  constructor(who: string, cause: Error) {
    super(`${who} does not answer (${cause.message})`, { cause })
    this.name = 'Unreachable'
  }
}
