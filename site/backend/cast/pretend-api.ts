import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { refusals } from '@event-sphere/contract/refusals'
import { type Heard, Refused, replyTo, type World } from './answers.ts'
import { callOf, checkReply } from './check-reply.ts'
import { aSummit, galaNight, generalAdmission } from './world.ts'

export interface PretendApi {
  url: string
  world: World
  close(): Promise<void>
}

/** A tiny HTTP server that answers as the contract says, from a world that a test can see and change. */
export async function startPretendApi(change: Partial<World> = {}, port = 0): Promise<PretendApi> {
  const world: World = {
    event: aSummit(),
    ticketTypes: [generalAdmission(), galaNight()],
    purchases: [],
    payments: [],
    alive: new Set(),
    visitors: [],
    calls: [],
    lies: [],
    ordered: [],
    facts: {},
    roles: ['customer'],
    mood: () => undefined,
    ...change,
  }
  const server = createServer((request, response) => void answer(world, request, response))
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    world,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

async function answer(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const heard = await hear(request)
  world.calls.push(heard.call)
  world.visitors.push({
    network: request.headers['x-forwarded-for']?.toString(),
    browser: request.headers['x-visitor-browser']?.toString(),
  })
  const mood = world.mood(heard.call)
  if (mood === 'silent') return void request.socket.destroy()
  try {
    if (mood) throw new Refused(mood)
    const call = callOf(heard.call)
    const reply = replyTo(world, heard)
    if (reply instanceof Uint8Array) {
      response.writeHead(200, { 'content-type': 'image/png' }).end(reply)
      return
    }
    checkReply(call, reply)
    response.writeHead(call.status, { 'content-type': 'application/json' })
    response.end(reply === undefined ? undefined : JSON.stringify(reply))
  } catch (fault) {
    // A cast that lies about the contract is a fault of the test: it shows at once, and in the test's own output.
    if (!(fault instanceof Refused)) world.lies.push(String(fault))
    const code = fault instanceof Refused ? fault.code : 'fault'
    const body = { type: 'about:blank', title: `Refused: ${code}`, status: refusals[code], code }
    response.writeHead(refusals[code], { 'content-type': 'application/problem+json' })
    response.end(
      JSON.stringify({ ...body, detail: `The reason is ${code}.`, requestId: 'r', ...world.facts }),
    )
  }
}

async function hear(request: IncomingMessage): Promise<Heard> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString('utf8')
  const path = new URL(request.url ?? '/', 'http://api').pathname.replace(/^\/api/, '')
  return {
    call: `${request.method} ${path}`,
    path: path.split('/').filter(Boolean),
    body: text ? JSON.parse(text) : {},
    token: (request.headers.authorization ?? '').replace('Bearer ', ''),
  }
}
