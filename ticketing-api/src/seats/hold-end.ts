const holdMinutes = 30

/** Until when seats are kept that are taken now, for a cart or for a purchase that waits for its money. */
export const holdEnd = (from: Date) => new Date(from.getTime() + holdMinutes * 60_000)
