/** The name on a ticket: as much of it as the buyer told. */
export function holderNameOf(row: {
  buyerFirstName: string | null
  buyerLastName: string | null
}): string | null {
  return [row.buyerFirstName, row.buyerLastName].filter(Boolean).join(' ') || null
}
