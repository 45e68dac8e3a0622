import { z } from 'zod'
import { paymentFaults, wireFaults } from '../faults.ts'
import { outcomes } from '../payments/outcomes.ts'

export const answerBody = z.strictObject({ outcome: z.enum(outcomes) })

export const clockBody = z
  .strictObject({
    speed: z.union([z.literal(0), z.number().min(0.1).max(10_000)]).optional(),
    advanceSeconds: z.number().min(0).max(31_536_000).optional(),
  })
  .refine(
    (body) => body.speed !== undefined || body.advanceSeconds !== undefined,
    'give speed or advanceSeconds',
  )

export const faultBody = z.strictObject({
  fault: z.enum([...paymentFaults, ...wireFaults]),
  times: z.number().int().min(1).max(1_000_000).default(1),
  phoneNumber: z
    .string()
    .regex(/^254[17]\d{8}$/)
    .optional(),
  call: z.enum(['push', 'query', 'oauth']).optional(),
  deliveries: z.number().int().min(2).max(50).optional(),
  delaySeconds: z.number().min(0).max(86_400).optional(),
  amount: z.number().int().min(1).optional(),
})

export const rulesBody = z.strictObject({
  seed: z.number().int().optional(),
  queryBusyRate: z.number().min(0).max(1).optional(),
  sameAmountRule: z.boolean().optional(),
  sameAmountAfterAnyPrompt: z.boolean().optional(),
  lockSeconds: z.number().min(0).max(3600).optional(),
  revokeOldToken: z.boolean().optional(),
  expiresInAsNumber: z.boolean().optional(),
  c2bValidation: z.boolean().optional(),
})

export const promptsQuery = z.object({
  status: z.enum(['open', 'answered', 'paid', 'failed']).optional(),
  phoneNumber: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(5_000).default(200),
})
