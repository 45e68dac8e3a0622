/** What Safaricom sent, or undefined; without NUL, which PostgreSQL keeps in no text, and which an escape can bring in. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, withoutNul)
  } catch {
    return undefined
  }
}

const withoutNul = (_name: string, value: unknown) =>
  typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value
