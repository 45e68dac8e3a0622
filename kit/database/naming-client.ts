import { hash } from 'node:crypto'
import type { EventEmitter } from 'node:events'
import type { Writable } from 'node:stream'
import pg from 'pg'
import { type Scope, turnScope } from './scope.ts'

const names = new Map<string, string>()
const mostNames = 1000

/**
 * A named statement is parsed and planned once per connection, which nearly halves the cost of a read. The name depends
 * on the text alone: if a pooler mixes up connections, another process's statement is reported as missing rather than
 * run.
 */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= mostNames) return known
  const name = `s_${hash('sha256', text, 'base64url').slice(0, 24)}`
  names.set(text, name)
  return name
}

/** The server has become read-only, or has lost or changed a prepared statement: another connection may work. */
const spoilingCodes = new Set(['25006', '26000', '42P05', '0A000'])

export class NamingClient extends pg.Client {
  /** True if the pool should discard this connection. */
  isSpoilt = false
  /** Whose session this is, between transactions. */
  scope: Scope = {}

  constructor(config?: string | pg.ClientConfig) {
    super(config)
    // A connection that breaks while in use rejects its statements and then emits this event, which would end the
    // process if nobody listened; the pool listens to idle connections only.
    this.on('error', () => undefined)
    const { connection } = this as unknown as { connection: EventEmitter }
    connection.on('errorMessage', ({ code }: { code?: string }) => {
      if (spoilingCodes.has(code ?? '')) this.isSpoilt = true
    })
  }

  /**
   * Says who asks from now on, ahead of what is asked next and without a trip of its own; undefined if it is who asked before.
   * What is asked next may be believed only if this went well.
   */
  turnTo(scope: Scope): Promise<unknown> | undefined {
    const statements = turnScope(this.scope, scope)
    if (statements.length === 0) return undefined
    this.scope = scope
    return this.query(statements.join('; ')).catch((fault: unknown) => {
      this.isSpoilt = true
      throw fault
    })
  }
}

interface WithStream {
  connection: { stream: Pick<Writable, 'cork' | 'uncork' | 'writableCorked'> }
}

/**
 * Statements of one event-loop turn go out in one write: each write wakes the server and costs as much as ten
 * statements.
 */
function sendTogether(client: pg.Client): void {
  const { stream } = (client as unknown as WithStream).connection
  if (stream.writableCorked > 0) return
  stream.cork()
  process.nextTick(() => stream.uncork())
}

// The base class declares a dozen overloads; only the (text, values) overload is handled specially.
Object.defineProperty(NamingClient.prototype, 'query', {
  value: function named(this: pg.Client, ...args: unknown[]) {
    sendTogether(this)
    const query = pg.Client.prototype.query as (...asked: unknown[]) => unknown
    const [text, values, ...rest] = args
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0)
      return query.apply(this, args)
    const name = nameOf(text)
    return query.apply(this, name ? [{ name, text, values }, ...rest] : args)
  },
})
