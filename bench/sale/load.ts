import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'
import type { Scene } from '../scene/open-scene.ts'

export interface Load {
  path: string
  buyers: number
  /** How many answers to wait for: nobody is cut off, so that tickets and answers can be compared. */
  answers: number
}

export interface Measured {
  perSecond: number
  p50: number
  p99: number
  answered: number
  refused: number
}

/** So many buyers, each asking again as soon as it has its answer; every request is a new person with a new key. */
export async function load(scene: Scene, { path, buyers, answers }: Load): Promise<Measured> {
  const run = randomUUID()
  let sent = 0
  const result = await autocannon({
    url: scene.apiUrl,
    connections: buyers,
    amount: answers,
    timeout: 20,
    requests: [
      {
        method: 'POST',
        path: `/api${path}`,
        setupRequest: (request) => {
          sent += 1
          return {
            ...request,
            headers: headersOf(scene, `${run}-${sent}`),
            body: bodyOf(scene, `${run}-${sent}`),
          }
        },
      },
    ],
  })
  return {
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    answered: result['2xx'],
    refused: result.non2xx + result.errors,
  }
}

const headersOf = ({ key }: Scene, once: string) => ({
  'content-type': 'application/json',
  authorization: `Bearer ${key}`,
  'idempotency-key': once,
  prefer: 'return=minimal',
})

const bodyOf = ({ eventId, ticketTypeId }: Scene, once: string) =>
  JSON.stringify({
    eventId,
    items: [{ ticketTypeId, quantity: 1 }],
    totalAmount: 0,
    paymentMethod: 'none',
    buyer: { email: `${once}@example.com`, firstName: 'Jepkoech', lastName: 'Rono' },
  })
