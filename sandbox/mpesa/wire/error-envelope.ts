import type { FastifyReply } from 'fastify'
import { newRequestId } from '../ids.ts'
import { DarajaRefusal, invalidPayload, overloaded } from './daraja-refusal.ts'

export function errorEnvelope(refusal: DarajaRefusal): Record<string, string> {
  return { requestId: newRequestId(), errorCode: refusal.errorCode, errorMessage: refusal.message }
}

function asRefusal(fault: unknown): DarajaRefusal {
  if (fault instanceof DarajaRefusal) return fault
  const status = fault instanceof Error && 'statusCode' in fault ? Number(fault.statusCode) : 500
  return status < 500 ? invalidPayload() : overloaded('Internal Server Error')
}

/** Answers any fault on a Daraja path in Daraja's format. */
export function sendRefusal(reply: FastifyReply, fault: unknown): FastifyReply {
  const refusal = asRefusal(fault)
  return reply.code(refusal.status).send(errorEnvelope(refusal))
}
