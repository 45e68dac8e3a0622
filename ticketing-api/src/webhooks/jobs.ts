import type { Sweep } from '../sweep.ts'
import { deliverDue } from './deliver-due.ts'

const oneDay = 86_400

export const webhookSweeps: readonly Sweep[] = [
  // A round goes on as long as there is something to send.
  { name: 'webhooks.deliver', everySeconds: 1, withinSeconds: oneDay, run: deliverDue },
]
