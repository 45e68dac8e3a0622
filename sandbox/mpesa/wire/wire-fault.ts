import type { FastifyReply, FastifyRequest } from 'fastify'
import type { DarajaCall, WireFault } from '../faults.ts'
import { newRequestId } from '../ids.ts'
import type { Sandbox } from '../sandbox.ts'
import {
  invalidAccessToken,
  overloaded,
  quotaViolation,
  spikeArrest,
  underMaintenance,
} from './daraja-refusal.ts'
import { errorEnvelope, sendRefusal } from './error-envelope.ts'
import { peekFields, textOf } from './request-body.ts'

const incapsulaPage = (): string =>
  `<html><head><META NAME="robots" CONTENT="noindex,nofollow"></head><body>Request unsuccessful. Incapsula incident ID: ${newRequestId()}</body></html>`

const apigeeFault = {
  fault: {
    faultstring:
      'Spike arrest violation. Allowed rate : MessageRate{messagesPerPeriod=5, periodInMicroseconds=1000000}',
    detail: { errorcode: 'policies.ratelimit.SpikeArrestViolation' },
  },
}

function strike(fault: WireFault, reply: FastifyReply): void {
  switch (fault) {
    case 'incapsula':
      reply.code(503).type('text/html').send(incapsulaPage())
      return
    case 'apigee_spike_arrest':
      reply.code(429).send(apigeeFault)
      return
    case 'spike_arrest':
      sendRefusal(reply, spikeArrest())
      return
    case 'system_busy':
      sendRefusal(reply, spikeArrest('System is busy. Please try again in few minutes.'))
      return
    case 'error_in_200':
      reply.code(200).send(errorEnvelope(overloaded('')))
      return
    case 'empty_500':
      reply.code(500).send()
      return
    case 'html_in_200':
      reply.code(200).type('text/html').send(incapsulaPage())
      return
    case 'half_a_body':
      breakOff(reply)
      return
    case 'token_refused':
      sendRefusal(reply, invalidAccessToken('stk'))
      return
    case 'quota':
      sendRefusal(reply, quotaViolation())
      return
    case 'maintenance':
      sendRefusal(reply, underMaintenance())
      return
    case 'hang':
      // The socket stays open and silent until the caller gives up or the sandbox closes.
      reply.hijack()
      return
    default:
      fault satisfies never
  }
}

/** The Content-Length is larger than the body that is sent. */
function breakOff(reply: FastifyReply): void {
  reply.hijack()
  reply.raw.writeHead(200, { 'content-type': 'application/json', 'content-length': '256' })
  reply.raw.write('{"MerchantRequestID":"', () => reply.raw.destroy())
}

/** True if a wire fault has answered (or left hanging) this call: then nothing else may be done for it. */
export function isStruckOnWire(
  sandbox: Sandbox,
  call: DarajaCall,
  request: FastifyRequest,
  reply: FastifyReply,
): boolean {
  const fields = peekFields(request)
  const asked = sandbox.payments.find(textOf(fields.CheckoutRequestID))?.push.phoneNumber
  const fault = sandbox.faults.takeForCall(call, asked ?? textOf(fields.PhoneNumber))
  if (fault) strike(fault, reply)
  return fault !== undefined
}
