import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { refusals } from '@event-sphere/contract/refusals'
import { onTestFinished } from 'vitest'
import type { Place } from '../place/place.ts'

export interface HeardCall {
  path: string
  body: unknown
  headers: IncomingMessage['headers']
}
/** The answer; undefined means none. */
export type TinyReply = { status: number; body?: unknown } | { html: string } | undefined

export interface TinyApi {
  url: string
  calls: HeardCall[]
}

/** A real HTTP server with the answers of the test. */
export async function startTinyApi(
  answer: (call: HeardCall) => TinyReply | Promise<TinyReply>,
): Promise<TinyApi> {
  const calls: HeardCall[] = []
  const server = createServer(async (request, response) => {
    const call = await hear(request)
    calls.push(call)
    write(response, await answer(call))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/api`, calls }
}

async function hear(request: IncomingMessage): Promise<HeardCall> {
  let text = ''
  for await (const part of request) text += part
  const body: unknown = text ? JSON.parse(text) : undefined
  return { path: (request.url ?? '').replace('/api', ''), body, headers: request.headers }
}

function write(response: ServerResponse, reply: TinyReply) {
  if (!reply) return
  if ('html' in reply) {
    response.writeHead(200, { 'content-type': 'text/html' }).end(reply.html)
    return
  }
  const type = reply.status < 400 ? 'application/json' : 'application/problem+json'
  response.writeHead(reply.status, { 'content-type': type })
  response.end(reply.body === undefined ? undefined : JSON.stringify(reply.body))
}

export function aRefusal(code: keyof typeof refusals, detail = 'In words.') {
  const status = refusals[code]
  return { status, body: { type: 'about:blank', title: code, status, code, detail, requestId: 'r1' } }
}

const hex = (last: number) => `0199abcdef017aaa8aaa${last.toString(16).padStart(12, '0')}`

export function aSessionReply(round: number, roles: string[] = ['agent']) {
  const user = {
    id: `user_${hex(1)}`,
    email: 'agent@example.com',
    firstName: 'Jepkosgei',
    lastName: 'Ruto',
    phone: null,
    roles,
    organizationId: `org_${hex(1)}`,
    isActive: true,
    hasPassword: true,
    createdAt: '2027-07-01T00:00:00Z',
  }
  const body = {
    user,
    access_token: `access-${round}`,
    refresh_token: `refresh-${round}`,
    token_type: 'Bearer',
    expires_in: 900,
  }
  return { status: 200, body }
}

export function aScanReply(result: string, scanId = `scan_${hex(9)}`) {
  const body = {
    scanId,
    result,
    scannedAt: '2027-07-15T05:45:10Z',
    checkInLocation: 'Main Entrance',
    entrance: { id: `entrance_${hex(3)}`, name: 'Main Entrance' },
    message: 'In words.',
    needsNameCheck: false,
    ticket: {
      id: `ticket_${hex(7)}`,
      ticketCode: 'EBS2026-GA-001234',
      status: 'valid',
      holderName: 'Amina Wanjiru',
      ticketTypeName: 'General Admission',
      eventTitle: 'Eldoret International Business Summit',
      timezone: 'Africa/Nairobi',
    },
    admittedBefore:
      result === 'already_admitted'
        ? { scannedAt: '2027-07-15T05:42:10Z', checkInLocation: 'Side Gate' }
        : null,
    otherTicket: null,
  }
  return { status: 200, body }
}

/** An entrance as stored on the device. */
export function aPlace(more: Partial<Place> = {}): Place {
  return {
    entranceId: `entrance_${hex(3)}`,
    entranceName: 'Main Entrance',
    admits: ['General Admission'],
    days: null,
    opensAt: null,
    closesAt: null,
    eventId: `event_${hex(2)}`,
    eventTitle: 'Eldoret International Business Summit',
    timezone: 'Africa/Nairobi',
    eventDays: ['2027-07-15', '2027-07-16', '2027-07-17'],
    ...more,
  }
}

export function anEntrancesReply(now: Date) {
  const { entranceId, entranceName, eventId, eventTitle, timezone, eventDays } = aPlace()
  const item = {
    id: entranceId,
    eventId,
    name: entranceName,
    isDefault: true,
    ticketTypeIds: [],
    admits: [{ id: `ticket_type_${hex(4)}`, code: 'GA', name: 'General Admission' }],
    days: null,
    opensAt: null,
    closesAt: null,
    capacity: null,
    event: { title: eventTitle, status: 'published', timezone, days: eventDays },
  }
  return { status: 200, body: { items: [item], next: null, now: now.toISOString() } }
}

/** A browser's storage, in memory. */
export function aStorage(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (place) => [...kept.keys()][place] ?? null,
    removeItem: (key) => {
      kept.delete(key)
    },
    setItem: (key, value) => {
      kept.set(key, value)
    },
  }
}
