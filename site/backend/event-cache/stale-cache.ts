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

interface Heard<Value> {
  value: Value
  heardAt: number
}

const oneDay = 24 * 3600

/** Remembers what a source said; one asks for many; and when the source falls silent, says what it said last. */
export function makeStaleCache<Value>(options: StaleCacheOptions<Value>) {
  const { freshSeconds, staleSeconds = oneDay, patienceMilliseconds = 300, max = 200, fetch } = options
  const now = options.now ?? Date.now
  const kept = new LRUCache<string, Heard<Value>>({
    max,
    fetchMethod: async (key) => ({ value: await fetch(key), heardAt: now() }),
    noDeleteOnFetchRejection: true,
    // Whoever asked before a key was forgotten is answered, but that answer is not kept.
    ignoreFetchAbort: true,
  })

  /** One question at a time for each key: who comes while it is under way waits for the same answer. */
  const ask = async (key: string): Promise<Value> => {
    const heard = await kept.fetch(key, { forceRefresh: true })
    if (!heard) throw new Error(`nothing was heard about ${key}`)
    return heard.value
  }

  const askPatiently = (key: string): Promise<Value> => {
    const tired = pause(patienceMilliseconds, undefined, { ref: false }).then(() => {
      throw new Error('the source is slow')
    })
    const asked = ask(key)
    // Whoever lost patience is gone when it fails.
    asked.catch(() => undefined)
    return Promise.race([asked, tired])
  }

  return {
    /** @throws what the source threw, when there is nothing young enough to show instead. */
    async get(key: string): Promise<Kept<Value>> {
      const old = kept.get(key, { allowStale: true })
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
    /** A question that is under way is forgotten too: what it will say is from before. */
    forget(key: string): void {
      kept.delete(key)
    },
  }
}
