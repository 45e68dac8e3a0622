/** An answer as it was received, whatever it is. */
export interface RawAnswer {
  status: number
  headers: Headers
  bytes: Uint8Array
}

export function textOf({ bytes }: RawAnswer): string {
  return new TextDecoder().decode(bytes)
}

/** Parses a body that is declared as JSON; undefined for any other body and for malformed JSON. */
export function readJson(raw: RawAnswer): unknown {
  if (raw.bytes.length === 0 || !/[/+]json\b/.test(raw.headers.get('content-type') ?? '')) return undefined
  try {
    return JSON.parse(textOf(raw))
  } catch {
    return undefined
  }
}
