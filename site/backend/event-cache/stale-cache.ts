import { setTimeout as pause } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'

export interface Kept<Value> {
  value: Value
  /** Seconds since the source was last heard. */
  ageSeconds: number
  /** The source does not answer; this is what it said before. */
  isStale: boolean
}

export interface StaleCacheOptions<Value> {
  freshSeconds: number
  /** How long an old value is better than none. */
  staleSeconds?: number
  /** How long somebody waits for a new value where an old one could be shown. */
  patienceMilliseconds?: number
  max?: number
  now?: () => number
  fetch: (key: string) => Promise<Value>
}

const oneDay = 24 * 3600

/** Remembers what a source said; one asks for many; and when the source falls silent, says what it said last. */
export function makeStaleCache<Value>(options: StaleCacheOptions<Value>) {
  const { freshSeconds, staleSeconds = oneDay, patienceMilliseconds = 300, max = 200, fetch } = options
  const now = options.now ?? Date.now
  const kept = new LRUCache<string, { value: Value; heardAt: number }>({ max })
  const asking = new Map<string, Promise<Value>>()

  const ask = (key: string): Promise<Value> => {
    const running = asking.get(key)
    if (running) return running
    const asked = fetch(key)
      .then((value) => {
        kept.set(key, { value, heardAt: now() })
        return value
      })
      .finally(() => asking.delete(key))
    asking.set(key, asked)
    // Whoever lost patience is gone when it fails.
    asked.catch(() => undefined)
    return asked
  }

  const askPatiently = (key: string): Promise<Value> => {
    const tired = pause(patienceMilliseconds, undefined, { ref: false }).then(() => {
      throw new Error('the source is slow')
    })
    return Promise.race([ask(key), tired])
  }

  return {
    /** @throws what the source threw, when there is nothing young enough to show instead. */
    async get(key: string): Promise<Kept<Value>> {
      const old = kept.get(key)
      if (!old) return { value: await ask(key), ageSeconds: 0, isStale: false }
      const ageSeconds = (now() - old.heardAt) / 1000
      if (ageSeconds < freshSeconds) return { value: old.value, ageSeconds, isStale: false }
      if (ageSeconds > staleSeconds) return { value: await ask(key), ageSeconds: 0, isStale: false }
      try {
        return { value: await askPatiently(key), ageSeconds: 0, isStale: false }
      } catch {
        return { value: old.value, ageSeconds, isStale: true }
      }
    },
    forget(key: string): void {
      kept.delete(key)
    },
  }
}
