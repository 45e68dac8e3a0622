import { logFault } from '@event-sphere/kit/log'
import express, { type Express, type Request, type Response } from 'express'
import type { Services } from '../services.ts'
import { readNews, writeSubject } from './news.ts'
import { secretOf } from './secret-of.ts'
import { notifyAll } from './store.ts'
import { verifyWebhook } from './verify-webhook.ts'

export const webhookPath = '/webhooks/ticketing'
/** Happenings are under 20 kB. */
const largestBytes = 32 * 1024
/** Per second and process: far more than is ever sent. Only what is signed counts, so that strangers use nothing up. */
const mostASecond = 200

/** Receives the Ticketing API's webhooks. Unsigned requests have no effect. */
export function serveWebhooks(app: Express, services: Services): void {
  const secret = secretOf(services.organizationToken)
  const isTooMany = makeCounter(mostASecond)
  app.post(
    webhookPath,
    express.raw({ type: () => true, limit: largestBytes }),
    async (request: Request, response: Response) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      if (!verifyWebhook(secret, services.clock.now(), { headers: request.headers, body }))
        return void response.sendStatus(401)
      if (isTooMany()) return void response.set('Retry-After', '1').sendStatus(429)
      const news = readNews(body.toString('utf8'))
      try {
        if (news) await notifyAll(services.database.reader, writeSubject(news))
        response.sendStatus(204)
      } catch (fault) {
        logFault(services.log, { requestId: response.locals.requestId }, fault, 'could not pass news on')
        response.sendStatus(503)
      }
    },
  )
}

function makeCounter(most: number): () => boolean {
  let [second, count] = [0, 0]
  return () => {
    const now = Math.floor(performance.now() / 1000)
    count = now === second ? count + 1 : 1
    second = now
    return count > most
  }
}
