import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { refusals } from '@event-sphere/contract/refusals'
import { expect, onTestFinished } from 'vitest'
import { type Heard, Refused, replyTo, type World } from './answers.ts'
import { type Call, callOf, checkProblem, checkRefusal, checkReply } from './check-reply.ts'
import { aSummit, galaNight, generalAdmission } from './world.ts'

export interface PretendApi {
  url: string
  world: World
  close(): Promise<void>
}

/** A small HTTP server that answers according to the contract, from a state that tests can read and change. */
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
    refusesAnything: false,
    roles: ['customer'],
    webhooks: [],
    mood: () => undefined,
    ...change,
  }
  const server = createServer((request, response) => void answer(world, request, response))
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  onTestFinished(() => expect(world.lies).toEqual([]))
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
    const call = callOf(heard.call)
    const said = mood ? new Refused(mood) : sayOrRefuse(world, heard)
    if (said instanceof Refused) return refuse(world, call, said, response)
    if (said instanceof Uint8Array)
      return void response.writeHead(200, { 'content-type': 'image/png' }).end(said)
    checkReply(call, said)
    response.writeHead(call.status, { 'content-type': 'application/json' })
    response.end(said === undefined ? undefined : JSON.stringify(said))
  } catch (fault) {
    // A breach of the contract is a fault of the test: it appears at once, and in the test's own output.
    world.lies.push(String(fault))
    response.writeHead(500).end()
  }
}

function sayOrRefuse(world: World, heard: Heard): unknown {
  try {
    return replyTo(world, heard)
  } catch (fault) {
    if (fault instanceof Refused) return fault
    throw fault
  }
}

function refuse(world: World, call: Call, { code }: Refused, response: ServerResponse): void {
  const status = refusals[code]
  const words = { type: 'about:blank', title: `Refused: ${code}`, detail: `The reason is ${code}.` }
  const problem = { ...words, status, code, requestId: 'r', ...world.facts }
  checkProblem(problem)
  if (!world.refusesAnything) checkRefusal(call, code)
  response.writeHead(status, { 'content-type': 'application/problem+json' }).end(JSON.stringify(problem))
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
