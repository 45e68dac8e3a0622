import type { Express, Request, Response } from 'express'
import { makeSite, type Services } from '../services.ts'
import { followPayment, stateOf } from './follow-payment.ts'

const heartbeatMilliseconds = 15_000
const longestMilliseconds = 10 * 60_000

/** `GET /live/payments/{paymentId}`: server-sent events, one for each change. `stop` ends all of them. */
export function serveLive(app: Express, services: Services, publicUrl: string, stop: AbortSignal): void {
  app.get('/live/payments/:paymentId', async (request: Request<{ paymentId: string }>, response) => {
    const site = await makeSite({ services, request, response, publicUrl })
    if (!site.session.user) {
      response.status(401).end()
      return
    }
    const signal = listen(response, stop)
    response.writeHead(200, {
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'no-store, no-transform',
      Connection: 'close',
    })
    response.write('retry: 2000\n\n')
    const heart = setInterval(() => response.write(': still here\n\n'), heartbeatMilliseconds)
    try {
      for await (const payment of followPayment(site.ticketing, request.params.paymentId, signal)) {
        response.write(`event: payment\ndata: ${JSON.stringify({ state: stateOf(payment) })}\n\n`)
      }
      // Says so only if the payment is final: after an interruption the browser reconnects.
      if (!signal.aborted) response.write('event: end\ndata: {}\n\n')
    } catch (fault) {
      if (!signal.aborted) services.log.warn({ err: fault }, 'payment stream failed')
    } finally {
      clearInterval(heart)
      response.end()
    }
  })
}

/**
 * Ends when the browser leaves, the site stops, or the time limit is reached; a browser that still needs it reconnects.
 */
function listen(response: Response, stop: AbortSignal): AbortSignal {
  const left = new AbortController()
  response.on('close', () => left.abort())
  return AbortSignal.any([left.signal, stop, AbortSignal.timeout(longestMilliseconds)])
}
