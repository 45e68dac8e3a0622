import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import type { Mailbox } from './mailbox.ts'
import { readMessage } from './message.ts'
import { Greylist, MailRefusal, type Mood } from './mood.ts'

const sizeLimit = 15 * 1024 * 1024

type Done = (fault?: Error | null) => void

const senderOf = (session: SMTPServerSession): string =>
  session.envelope.mailFrom ? session.envelope.mailFrom.address : ''

async function collect(stream: SMTPServerDataStream): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of stream) {
    // The rest of an oversized message is read and discarded, so that its sender receives the refusal.
    if (!stream.sizeExceeded) pieces.push(piece)
  }
  if (stream.sizeExceeded) throw new MailRefusal(552, 'Message exceeds fixed maximum message size')
  return Buffer.concat(pieces)
}

/** The SMTP server: no TLS, no login, everything is kept. Its mood can be changed while it runs. */
export class SmtpDoor {
  readonly #mailbox: Mailbox
  readonly #host: string
  readonly #greylist = new Greylist()
  readonly #held = new Set<Done>()
  #server: SMTPServer | undefined
  #port: number
  #mood: Mood = 'ok'

  constructor(mailbox: Mailbox, host: string, port: number) {
    this.#mailbox = mailbox
    this.#host = host
    this.#port = port
  }

  get mood(): Mood {
    return this.#mood
  }

  get url(): string {
    return `smtp://${this.#host}:${this.#port}`
  }

  async open(): Promise<void> {
    const server = this.#newServer()
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(this.#port, this.#host, resolve)
    })
    // A broken connection is the client's problem.
    server.on('error', () => undefined)
    const address = server.server.address()
    if (address && typeof address === 'object') this.#port = address.port
    this.#server = server
  }

  async close(): Promise<void> {
    const server = this.#server
    this.#server = undefined
    this.#letGo(new MailRefusal(421, 'Server shutting down'))
    if (server) await new Promise<void>((resolve) => server.close(resolve))
  }

  async setMood(mood: Mood): Promise<void> {
    this.#mood = mood
    this.#greylist.clear()
    if (mood !== 'hang') this.#letGo()
    if (mood === 'down') await this.close()
    else if (!this.#server) await this.open()
  }

  #newServer(): SMTPServer {
    return new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      size: sizeLimit,
      maxClients: 500,
      closeTimeout: 500,
      logger: false,
      onConnect: (_session, done) => this.#goOn(done),
      // A client that keeps its connection open does not wait for another greeting.
      onMailFrom: (_address, _session, done) => this.#goOn(done),
      onRcptTo: (address, session, done) => done(this.#objection(senderOf(session), address.address)),
      onData: (stream, session, done) => {
        this.#keep(stream, session).then(
          (id) => done(null, `Kept as ${id}`),
          (fault: Error) => done(fault),
        )
      },
    })
  }

  #goOn(done: Done): void {
    if (this.#mood === 'hang') this.#held.add(done)
    else done()
  }

  #letGo(fault?: Error): void {
    for (const done of this.#held) done(fault)
    this.#held.clear()
  }

  #objection(from: string, to: string): Error | undefined {
    if (this.#mood === 'reject') return new MailRefusal(550, `5.1.1 No mailbox here by the name ${to}`)
    if (this.#mood === 'greylist' && this.#greylist.isNew(from, to)) {
      return new MailRefusal(451, '4.7.1 Greylisted, try again later')
    }
    return undefined
  }

  async #keep(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
    const raw = await collect(stream)
    const to = session.envelope.rcptTo.map(({ address }) => address)
    const id = this.#mailbox.newId()
    this.#mailbox.add(await readMessage(raw, { id, from: senderOf(session), to, receivedAt: new Date() }))
    return id
  }
}
