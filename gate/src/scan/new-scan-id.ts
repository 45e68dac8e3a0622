/** A new scan id in wire format: `scan_` and the 32 hex digits of a UUID v7 (RFC 9562, 5.7). */
export function newScanId(atMs = Date.now(), random = crypto.getRandomValues(new Uint8Array(10))): string {
  const time = atMs.toString(16).padStart(12, '0')
  const [a = 0, b = 0, c = 0, ...rest] = random
  const version = hex([0x70 | (a & 0x0f), b])
  const variant = hex([0x80 | (c & 0x3f), ...rest])
  return `scan_${time}${version}${variant}`
}

const hex = (bytes: number[]) => bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
