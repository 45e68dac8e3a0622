import { hash } from 'node:crypto'
import type { EventEmitter } from 'node:events'
import type { Writable } from 'node:stream'
import pg from 'pg'

const names = new Map<string, string>()
const mostNames = 1000

/**
 * A statement with a name is parsed and planned once a connection, which nearly halves the cost of a read. The name
 * follows from the text alone: if a pooler mixes up connections, another process's statement is not found instead of run.
 */
function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= mostNames) return known
  const name = `s_${hash('sha256', text, 'base64url').slice(0, 24)}`
  names.set(text, name)
  return name
}

/** The server has become read-only, or forgot or changed what was prepared: another connection may find it well. */
const spoilingCodes = new Set(['25006', '26000', '42P05', '0A000'])

export class NamingClient extends pg.Client {
  /** Another connection may do better than this one, so a pool does not keep it. */
  isSpoilt = false

  constructor(config?: string | pg.ClientConfig) {
    super(config)
    // A connection that breaks while somebody has it fails their statements, and says so once more in this event,
    // which ends the process where nobody listens; the pool listens to idle connections alone.
    this.on('error', () => undefined)
    const { connection } = this as unknown as { connection: EventEmitter }
    connection.on('errorMessage', ({ code }: { code?: string }) => {
      if (spoilingCodes.has(code ?? '')) this.isSpoilt = true
    })
  }
}

interface WithStream {
  connection: { stream: Pick<Writable, 'cork' | 'uncork' | 'writableCorked'> }
}

/** What is asked for in one turn goes out in one write: each write wakes the server, and costs as much as ten statements. */
function sendTogether(client: pg.Client): void {
  const { stream } = (client as unknown as WithStream).connection
  if (stream.writableCorked > 0) return
  stream.cork()
  process.nextTick(() => stream.uncork())
}

// The base class declares a dozen overloads; only the one with a text and values is told from the others.
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
