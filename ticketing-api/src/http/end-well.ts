import type { FastifyInstance } from 'fastify'
import type { Context } from '../context.ts'

/**
 * A server that closes ends every connection with the answer that is under way on it, or clients that keep theirs open would
 * keep it for as long as they like; long polls are answered with the current state.
 */
export function endWell(app: FastifyInstance, { paymentNews }: Pick<Context, 'paymentNews'>): void {
  let isClosing = false
  app.addHook('preClose', async () => {
    isClosing = true
    paymentNews.endWaits()
  })
  app.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close')
  })
}
