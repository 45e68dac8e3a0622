import type { Locale } from '@event-sphere/contract/auth'
import type { CartId, EventId, OrganizationId, UserId } from '@event-sphere/contract/values/ids'
import type { Cents } from '@event-sphere/contract/values/money'
import type { OnceKey } from '../once/once-key.ts'
import type { WantedItem } from '../purchases/buying-limits.ts'

/** Who buys: a customer by their account, a guest by what they told the organization. */
export interface Buyer {
  userId: UserId | null
  email: string
  firstName: string | null
  lastName: string | null
  phone: string | null
  locale: Locale
}

/** One buyer's wish, as it waits in line. */
export interface PurchaseWish {
  eventId: EventId
  buyer: Buyer
  /** With an organization's key: the only organization whose events it sells. */
  sellerId: OrganizationId | null
  items: readonly WantedItem[]
  /** What the caller believes it costs. */
  statedTotal: Cents | undefined
  /** The cart whose held seats this buys. */
  cartId: CartId | null
  once: OnceKey
}
