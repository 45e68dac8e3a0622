import type { acknowledged } from '@event-sphere/contract/payments'
import type { z } from 'zod'

export type Acknowledgement = z.output<typeof acknowledged>

/** All that a callback is ever answered. */
export const acknowledgement: Acknowledgement = { ResultCode: 0, ResultDesc: 'Accepted' }
