import type { Locale } from '@event-sphere/contract/auth'
import type { Matter } from '@event-sphere/contract/matters'
import {
  apiKeyId,
  eventId,
  organizationId,
  paymentId,
  purchaseId,
  ticketId,
  userId,
  webhookId,
} from '@event-sphere/contract/values/ids'
import { z } from 'zod'
import { words } from '../locales/words.ts'
import type { MatterRow } from './store.ts'

const nouns: Record<string, (id: string) => string> = {
  purchase: (id) => z.encode(purchaseId, id as z.output<typeof purchaseId>),
  payment: (id) => z.encode(paymentId, id as z.output<typeof paymentId>),
  event: (id) => z.encode(eventId, id as z.output<typeof eventId>),
  ticket: (id) => z.encode(ticketId, id as z.output<typeof ticketId>),
  user: (id) => z.encode(userId, id as z.output<typeof userId>),
  webhook: (id) => z.encode(webhookId, id as z.output<typeof webhookId>),
  organization: (id) => z.encode(organizationId, id as z.output<typeof organizationId>),
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A noun of the contract is named as its own calls name it; what its kind means is said in words. */
export function viewMatter({ resolvedByUser, resolvedByKey, ...row }: MatterRow, locale: Locale): Matter {
  const encode = uuid.test(row.subjectId) ? nouns[row.subject] : undefined
  const resolvedBy = resolvedByKey
    ? z.encode(apiKeyId, resolvedByKey)
    : resolvedByUser && z.encode(userId, resolvedByUser)
  const subjectId = encode?.(row.subjectId) ?? row.subjectId
  return { ...row, ...words(locale).matters[row.kind], subjectId, resolvedBy }
}
