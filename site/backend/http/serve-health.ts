import type { Reader } from '@event-sphere/kit/database/database'
import { makeReadiness } from '@event-sphere/kit/database/readiness'
import type { Express } from 'express'

const apiWithinMilliseconds = 1500
const rememberedMilliseconds = 2000

/**
 * `/healthz` checks nothing else; `/readyz` checks the site's database and whether the Ticketing API answered lately.
 */
export function serveHealth(app: Express, reader: Reader, apiUrl: string): void {
  const databaseAnswers = makeReadiness(reader)
  const apiAnswers = makeSight(apiUrl)
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }))
  app.get('/readyz', async (_request, response) => {
    const [hasDatabase, hasApi] = await Promise.all([databaseAnswers(), apiAnswers()])
    const missing = [!hasDatabase && 'the database', !hasApi && 'the Ticketing API'].filter(Boolean)
    const status = missing.length === 0 ? 'ready' : `waiting for ${missing.join(' and ')}`
    response.status(missing.length === 0 ? 200 : 503).json({ status })
  })
}

/** Whether the API answers a public read. Checks are merged and limited in frequency. */
function makeSight(apiUrl: string): () => Promise<boolean> {
  let asked: Promise<boolean> | undefined
  return () => {
    asked ??= fetch(`${apiUrl}/events/public?limit=1`, { signal: AbortSignal.timeout(apiWithinMilliseconds) })
      .then(
        async (answer) => {
          await answer.body?.cancel()
          return answer.status < 500
        },
        () => false,
      )
      .finally(() => {
        setTimeout(() => {
          asked = undefined
        }, rememberedMilliseconds).unref()
      })
    return asked
  }
}
