import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'

interface Line {
  served: FastifyRequest | undefined
  waiting: { request: FastifyRequest; begin: () => void }[]
  count: number
}

/** A client that sends this many at once without reading an answer is disconnected. */
const mostWaiting = 100
/** Then the client opens a new connection, so that no connection lives for ever. */
const mostOnOneConnection = 10_000

/**
 * Serves the requests of one connection one after the other, as HTTP/1.1 answers them anyway. A client that pipelines and
 * never reads waits for itself, and nobody else for it.
 */
export function serveOneAtATime(app: FastifyInstance): void {
  const lines = new WeakMap<Socket, Line>()
  app.addHook('onRequest', (request, reply, begin) => {
    const { socket } = request.raw
    const line: Line = lines.get(socket) ?? { served: undefined, waiting: [], count: 0 }
    lines.set(socket, line)
    line.count += 1
    if (line.count >= mostOnOneConnection) reply.header('connection', 'close')
    if (line.served) return void wait(line, request, begin)
    line.served = request
    begin()
  })
  app.addHook('onResponse', (request, _reply, done) => {
    const line = lines.get(request.raw.socket)
    if (line?.served === request) serveNext(line)
    done()
  })
}

function wait(line: Line, request: FastifyRequest, begin: () => void): void {
  if (line.waiting.length >= mostWaiting) request.raw.socket.destroy()
  else line.waiting.push({ request, begin })
}

function serveNext(line: Line): void {
  const next = line.waiting.shift()
  line.served = next?.request
  next?.begin()
}
