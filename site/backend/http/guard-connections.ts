import type { Server } from 'node:http'
import type { Socket } from 'node:net'

export interface ConnectionLimits {
  /** How many requests of one connection may be open at once; browsers send one after another. */
  mostInFlight: number
  /** A connection on which the client neither reads nor writes is closed after this time. */
  silentMilliseconds: number
}

const limits: ConnectionLimits = { mostInFlight: 4, silentMilliseconds: 30_000 }
const requestMilliseconds = 20_000
const headMilliseconds = 10_000
const idleMilliseconds = 20_000
const mostRequestsPerSocket = 500

/** A client that pipelines, stalls or never reads loses its connection and does not affect others. */
export function guardConnections(server: Server, { mostInFlight, silentMilliseconds } = limits): void {
  server.headersTimeout = headMilliseconds
  server.requestTimeout = requestMilliseconds
  server.keepAliveTimeout = idleMilliseconds
  server.maxRequestsPerSocket = mostRequestsPerSocket
  // Live streams write something every 15 seconds.
  server.setTimeout(silentMilliseconds)
  const inFlight = new WeakMap<Socket, number>()
  server.prependListener('request', ({ socket }, response) => {
    const count = (inFlight.get(socket) ?? 0) + 1
    inFlight.set(socket, count)
    response.once('close', () => inFlight.set(socket, (inFlight.get(socket) ?? 1) - 1))
    if (count > mostInFlight) socket.destroy()
  })
}
