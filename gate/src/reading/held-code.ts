/** A code missing from some frames is still held; after this long out of view it has left. */
const leftAfterMs = 600
const againAfterMs = 3_000

export interface HeldCode {
  code: string
  /** Since when it has been held, as far as sending it again is concerned. */
  heldSinceMs: number
  seenAtMs: number
}

/**
 * Whether a code that the camera reads counts as new. A code held in front of the camera counts once until it leaves
 * the view or has been held for three seconds.
 */
export function readHeld(
  held: HeldCode | undefined,
  code: string,
  atMs: number,
): { isNew: boolean; held: HeldCode } {
  const isSame = held?.code === code && atMs - held.seenAtMs < leftAfterMs
  if (isSame && atMs - held.heldSinceMs < againAfterMs)
    return { isNew: false, held: { ...held, seenAtMs: atMs } }
  return { isNew: true, held: { code, heldSinceMs: atMs, seenAtMs: atMs } }
}

/** Reading resumes after a verdict: whether the code left meanwhile is unknown, so it counts as held from now. */
export function resumeHeld(held: HeldCode | undefined, atMs: number): HeldCode | undefined {
  return held && { ...held, heldSinceMs: atMs, seenAtMs: atMs }
}
