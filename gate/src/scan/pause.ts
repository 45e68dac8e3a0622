export interface Pauses {
  /** Waits this long; ends early if stopped, hurried, or the network comes back. */
  pause: (ms: number, stop: AbortSignal) => Promise<void>
  hurry: () => void
}

/** `network` emits `online`, like a window. */
export function makePauses(network: EventTarget): Pauses {
  let end = () => {}
  return {
    hurry: () => end(),
    pause: (ms, stop) =>
      new Promise((resolve) => {
        const done = () => {
          clearTimeout(timer)
          network.removeEventListener('online', done)
          stop.removeEventListener('abort', done)
          resolve()
        }
        const timer = setTimeout(done, ms)
        end = done
        network.addEventListener('online', done)
        stop.addEventListener('abort', done)
        if (stop.aborted) done()
      }),
  }
}
