import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { Sandbox } from '../sandbox.ts'
import { requireCaller } from '../wire/bearer.ts'
import { readFields } from '../wire/request-body.ts'
import { isStruckOnWire } from '../wire/wire-fault.ts'
import { acceptPush } from './accept-push.ts'
import { readPush } from './push.ts'

const accepted = 'Success. Request accepted for processing'

/** `POST /mpesa/stkpush/v1/processrequest`. `ResponseCode "0"` says accepted, not paid. */
export function stkPushRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.all('/mpesa/stkpush/v1/processrequest', async (request, reply) => {
    if (isStruckOnWire(sandbox, 'push', request, reply)) return reply
    requireCaller(sandbox, request, 'stk')
    const push = readPush(readFields(request, 'BusinessShortCode'), sandbox.settings.allowHttpLoopback)
    const payment = await acceptPush(sandbox, push)
    if (payment.faults.some(({ fault }) => fault === 'lost_answer')) {
      reply.hijack()
      request.raw.socket.resetAndDestroy()
      return reply
    }
    const slow = payment.faults.find(({ fault }) => fault === 'slow_answer')
    if (slow) await pause((slow.delaySeconds ?? 6) * 1000, undefined, { ref: false })
    return {
      MerchantRequestID: payment.merchantRequestId,
      CheckoutRequestID: payment.checkoutRequestId,
      ResponseCode: '0',
      ResponseDescription: accepted,
      CustomerMessage: accepted,
    }
  })
}
