import { createServer, type Socket } from 'node:net'
import pg from 'pg'

export interface FakePooler {
  url: string
  close(): Promise<void>
}

interface Lent {
  socket: Socket
  borrower: Socket | undefined
}

/**
 * A pooler in transaction mode: many clients share two server connections, one transaction at a time. It answers every
 * start-up as PgBouncer does with `ignore_startup_parameters` and passes everything else on unchanged.
 */
export async function startFakePooler(databaseUrl: string): Promise<FakePooler> {
  const sessions = await Promise.all([openSession(databaseUrl), openSession(databaseUrl)])
  const waiting: (() => void)[] = []
  const server = createServer((client) => {
    let isStarted = false
    let mine: Lent | undefined
    const pass = (bytes: Buffer) => {
      mine ??= sessions.find(({ borrower }) => !borrower)
      if (!mine) return void waiting.push(() => pass(bytes))
      mine.borrower = client
      mine.socket.write(bytes)
    }
    client.on('error', () => undefined)
    client.on('data', (bytes) => {
      if (isStarted) return bytes[0] === 'X'.charCodeAt(0) ? client.end() : pass(bytes)
      isStarted = true
      client.write(welcome)
    })
    client.on('given-back' as 'drain', () => {
      mine = undefined
    })
  })
  for (const lent of sessions)
    lent.socket.on('data', (bytes: Buffer) => {
      const { borrower } = lent
      borrower?.write(bytes)
      if (!endsTransaction(bytes)) return
      lent.borrower = undefined
      borrower?.emit('given-back')
      // The most recently used session is lent first.
      sessions.sort((one) => (one === lent ? -1 : 1))
      waiting.shift()?.()
    })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = new URL(databaseUrl)
  url.port = String((server.address() as { port: number }).port)
  return {
    url: url.href,
    close: async () => {
      for (const { socket } of sessions) socket.destroy()
      await new Promise((closed) => server.close(closed))
    },
  }
}

/** The raw socket of a connection that the driver has authenticated. */
async function openSession(url: string): Promise<Lent> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection
  stream.removeAllListeners('data')
  return { socket: stream, borrower: undefined }
}

/** Whether the last message is ReadyForQuery, outside a transaction. */
const endsTransaction = (bytes: Buffer) => bytes.subarray(-6).equals(Buffer.from('Z\0\0\0\x05I', 'latin1'))

/** AuthenticationOk, BackendKeyData, ReadyForQuery. */
const welcome = Buffer.concat([
  Buffer.from('R\0\0\0\x08\0\0\0\0', 'latin1'),
  Buffer.from('K\0\0\0\x0c\0\0\0\x01\0\0\0\x01', 'latin1'),
  Buffer.from('Z\0\0\0\x05I', 'latin1'),
])
