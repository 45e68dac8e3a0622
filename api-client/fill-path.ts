/** The address of a call below `/api`: `/events/{id}` with its parameters filled in and its query appended. */
export function fillPath(path: string, params?: unknown, query?: unknown): string {
  const values = new Map(entriesOf(params))
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(values.get(name) ?? ''),
  )
  const said = new URLSearchParams(entriesOf(query)).toString()
  return said ? `${filled}?${said}` : filled
}

function entriesOf(values: unknown): [string, string][] {
  if (typeof values !== 'object' || values === null) return []
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, String(value)])
}
