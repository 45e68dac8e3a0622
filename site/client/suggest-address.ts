/** The most common mail providers here. */
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

/** Real domains that are one letter away from a well-known one. */
const alsoRight = new Set(['mail.com', 'ymail.com', 'email.com', 'gmx.com', 'love.com', 'line.com'])

/** Endings that do not exist. */
const slips: [RegExp, string][] = [
  [/\.(con|cmo|ocm|comm|vom|xom|cim)$/, '.com'],
  [/\.(coke|co\.ek|co\.kee|cok\.e|c\.oke)$/, '.co.ke'],
]

/** The address that was probably meant, if this one looks like a typo. */
export function suggestAddress(address: string): string | undefined {
  const [name, typed = ''] = address.trim().toLowerCase().split('@')
  if (!name || !typed || wellKnown.includes(typed) || alsoRight.has(typed)) return undefined
  const mended = slips.reduce((domain, [slip, right]) => domain.replace(slip, right), typed)
  const meant = wellKnown.find((domain) => isOneSlipFrom(domain, mended)) ?? mended
  return meant === typed ? undefined : `${name}@${meant}`
}

/** One letter is extra, missing or wrong, or two are swapped. */
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
