import { type HeldCode, readHeld, resumeHeld } from './held-code.ts'
import type { QrReader } from './qr-reader.ts'

/** At least this long between two looks; and never more than half of the time is spent reading. */
const shortestRestMs = 60

/** Remembers the code that is held in front of the camera from one watch to the next. */
export interface Watch {
  held: HeldCode | undefined
}

interface Watching {
  video: HTMLVideoElement
  read: QrReader
  watch: Watch
  onCode: (code: string) => void
  stop: AbortSignal
}

/** Looks at the camera's picture again and again, and tells each new showing of a code. */
export async function watchCamera({ video, read, watch, onCode, stop }: Watching): Promise<void> {
  watch.held = resumeHeld(watch.held, performance.now())
  while (!stop.aborted) {
    const startedAt = performance.now()
    // A frame that cannot be read (the camera is just changing) is followed by one that can.
    const codes = video.readyState >= video.HAVE_CURRENT_DATA ? await read(video).catch(() => []) : []
    const seenAt = performance.now()
    if (!stop.aborted && codes[0] !== undefined) tellIfNew(codes[0], seenAt, watch, onCode)
    await rest(Math.max(shortestRestMs, seenAt - startedAt))
  }
}

function tellIfNew(code: string, atMs: number, watch: Watch, onCode: (code: string) => void) {
  const { isNew, held } = readHeld(watch.held, code, atMs)
  watch.held = held
  if (isNew) onCode(code)
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
