/** Where most people here have their mail. */
const wellKnown = [
  'gmail.com',
  'yahoo.com',
  'hotmail.com',
  'outlook.com',
  'icloud.com',
  'live.com',
  'yahoo.co.uk',
  'googlemail.com',
]

/** One letter from a well-known one, and right all the same. */
const alsoRight = new Set(['mail.com', 'ymail.com', 'email.com', 'gmx.com', 'love.com', 'line.com'])

/** Endings that no address has. */
const slips: [RegExp, string][] = [
  [/\.(con|cmo|ocm|comm|vom|xom|cim)$/, '.com'],
  [/\.(coke|co\.ek|co\.kee|cok\.e|c\.oke)$/, '.co.ke'],
]

/** The address that somebody may have meant, when this one looks like a slip of the finger. */
export function suggestAddress(address: string): string | undefined {
  const [name, typed = ''] = address.trim().toLowerCase().split('@')
  if (!name || !typed || wellKnown.includes(typed) || alsoRight.has(typed)) return undefined
  const mended = slips.reduce((domain, [slip, right]) => domain.replace(slip, right), typed)
  const meant = wellKnown.find((domain) => isOneSlipFrom(domain, mended)) ?? mended
  return meant === typed ? undefined : `${name}@${meant}`
}

/** One letter too many, too few, another, or two that changed places. */
function isOneSlipFrom(right: string, typed: string): boolean {
  const [from, to] = [[...right], [...typed]]
  let at = 0
  while (at < from.length && from[at] === to[at]) at += 1
  const restOf = (letters: string[], skipped: number) => letters.slice(at + skipped).join('')
  const isSwapped = from[at] === to[at + 1] && from[at + 1] === to[at] && restOf(from, 2) === restOf(to, 2)
  return (
    isSwapped ||
    restOf(from, 1) === restOf(to, 1) ||
    restOf(from, 0) === restOf(to, 1) ||
    restOf(from, 1) === restOf(to, 0)
  )
}
