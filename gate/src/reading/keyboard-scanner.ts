/** The characters that a keyboard scanner has typed so far. */
export interface Burst {
  text: string
  lastKeyAtMs: number
}
export interface Key {
  key: string
  atMs: number
}

const slowestGapMs = 60
const shortestCode = 6
export const noBurst: Burst = { text: '', lastKeyAtMs: Number.NEGATIVE_INFINITY }

/**
 * USB and Bluetooth scanners act as keyboards: they type very fast and end with Enter or Tab. Takes one key; returns
 * `code` if a scanner has just finished one. People never type that fast.
 */
export function readKey(burst: Burst, { key, atMs }: Key): { burst: Burst; code?: string } {
  const isFast = atMs - burst.lastKeyAtMs <= slowestGapMs
  if (key === 'Enter' || key === 'Tab') {
    const code = isFast ? burst.text.trim() : ''
    return code.length >= shortestCode ? { burst: noBurst, code } : { burst: noBurst }
  }
  // Scanners also send modifier keys such as Shift.
  if ([...key].length !== 1) return { burst }
  return { burst: { text: isFast ? burst.text + key : key, lastKeyAtMs: atMs } }
}
