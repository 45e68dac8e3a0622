import { connect, createServer, type Socket } from 'node:net'

export interface SilentRelay {
  /** The database's address through the relay. */
  url: string
  /** From now on no byte passes and no side is notified; with `forAll`, later connections get no answer either. */
  fallSilent(options?: { forAll: boolean }): void
  /** New connections work; those that fell silent stay silent. */
  recover(): void
  close(): Promise<void>
}

/** Passes bytes to a database until it is told to stop, like a frozen machine or a network that drops every packet. */
export async function startSilentRelay(databaseUrl: string): Promise<SilentRelay> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let isSilent = false
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
  }
  const server = createServer((client) => {
    keep(client)
    if (isSilent) return
    const upstream = connect(Number(target.port), target.hostname)
    keep(upstream)
    client.pipe(upstream)
    upstream.pipe(client)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = new URL(databaseUrl)
  url.port = String((server.address() as { port: number }).port)
  return {
    url: url.href,
    fallSilent: ({ forAll } = { forAll: false }) => {
      isSilent = forAll
      for (const socket of sockets) socket.unpipe().pause()
    },
    recover: () => {
      isSilent = false
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((closed) => server.close(closed))
    },
  }
}
