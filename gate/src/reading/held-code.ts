/** A code that a frame of the camera did not show is still held; one out of view for this long has left. */
const leftAfterMs = 600
const againAfterMs = 3_000

export interface HeldCode {
  code: string
  /** Since when it may count towards being sent again. */
  heldSinceMs: number
  seenAtMs: number
}

/**
 * Whether a code that the camera reads now is a new showing. The same code held in front of the camera is one
 * showing until it leaves the view, or has been held for three seconds.
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

/** Looking starts again after a verdict: nobody could see whether the code left, so it is taken as held from now. */
export function resumeHeld(held: HeldCode | undefined, atMs: number): HeldCode | undefined {
  return held && { ...held, heldSinceMs: atMs, seenAtMs: atMs }
}
