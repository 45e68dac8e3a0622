import { type HeldCode, readHeld, resumeHeld } from './held-code.ts'
import type { QrReader } from './qr-reader.ts'

/** The shortest pause between two reads; at most half of the time is spent reading. */
const shortestRestMs = 60

/** Keeps the held code from one watch to the next. */
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

/** Reads the camera's picture repeatedly and reports each new code. */
export async function watchCamera({ video, read, watch, onCode, stop }: Watching): Promise<void> {
  watch.held = resumeHeld(watch.held, performance.now())
  while (!stop.aborted) {
    const startedAt = performance.now()
    // If a frame cannot be read (while the camera changes), the next one can.
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
