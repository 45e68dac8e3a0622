import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'
import type { Scene } from '../scene/open-scene.ts'

export type Load = {
  path: string
  buyers: number
  /** The buyer; by default a new person each time. */
  buyerEmail?: string
} & (
  | {
      /** How many answers to wait for: no request is cut off, so that tickets and answers can be compared. */
      answers: number
    }
  | { seconds: number }
)

export interface Measured {
  perSecond: number
  p50: number
  p99: number
  answered: number
  refused: number
}

/** This many buyers, each sending the next request as soon as it has an answer; every request has a new key. */
export async function load(scene: Scene, wanted: Load): Promise<Measured> {
  const started = performance.now()
  const { result, lastAnswerAt } = await fire(scene, wanted)
  return {
    perSecond: result['2xx'] / ((lastAnswerAt - started) / 1000),
    p50: result.latency.p50,
    p99: result.latency.p99,
    answered: result['2xx'],
    refused: result.non2xx + result.errors,
  }
}

/** The load generator measures time in coarse ticks, so the time of the last answer is used. */
async function fire(scene: Scene, load: Load) {
  const { path, buyers, buyerEmail } = load
  const run = randomUUID()
  let sent = 0
  let lastAnswerAt = 0
  const setupRequest = (request: autocannon.Request): autocannon.Request => {
    sent += 1
    const once = `${run}-${sent}`
    return {
      ...request,
      headers: headersOf(scene, once),
      body: bodyOf(scene, buyerEmail ?? `${once}@example.com`),
    }
  }
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const requests = [{ method: 'POST' as const, path: `/api${path}`, setupRequest }]
    const length = 'answers' in load ? { amount: load.answers } : { duration: load.seconds }
    const options = { url: scene.apiUrl, connections: buyers, ...length, timeout: 20, requests }
    const cannon = autocannon(options, (fault, ended) => (fault ? reject(fault) : resolve(ended)))
    cannon.on('response', () => {
      lastAnswerAt = performance.now()
    })
  })
  return { result, lastAnswerAt }
}

const headersOf = ({ key }: Scene, once: string) => ({
  'content-type': 'application/json',
  authorization: `Bearer ${key}`,
  'idempotency-key': once,
  prefer: 'return=minimal',
})

const bodyOf = ({ eventId, ticketTypeId }: Scene, email: string) =>
  JSON.stringify({
    eventId,
    items: [{ ticketTypeId, quantity: 1 }],
    totalAmount: 0,
    paymentMethod: 'none',
    buyer: { email, firstName: 'Jepkoech', lastName: 'Rono' },
  })
