import type { WantedItem } from './wish.ts'

/** The same tickets have the same key, in whatever order they are named. */
export const itemsKeyOf = (items: readonly WantedItem[]): string =>
  items
    .map(({ ticketTypeId, quantity }) => `${ticketTypeId}×${quantity}`)
    .sort()
    .join(' ')
