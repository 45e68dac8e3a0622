import type { UserId } from '@event-sphere/contract/values/ids'
import type { LockedPurchase } from '../purchases/lock-purchase.ts'

export const payerOfAccount = (userId: UserId) => `user ${userId}`

/** Whose attempts are counted together: an account's, or those of one guest of one organization. */
export const payerOf = ({ userId, organizationId, buyerEmail }: LockedPurchase) =>
  userId ? payerOfAccount(userId) : `guest ${organizationId} ${buyerEmail}`
