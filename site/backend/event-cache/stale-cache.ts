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
  /** Somebody says that it may not be so any more. */
  isDoubted: boolean
}

const oneDay = 24 * 3600

/** Remembers what a source said; one asks for many; and when the source falls silent, says what it said last. */
export function makeStaleCache<Value>(options: StaleCacheOptions<Value>) {
  const { freshSeconds, staleSeconds = oneDay, patienceMilliseconds = 300, max = 200, fetch } = options
  const now = options.now ?? Date.now
  const ageOf = ({ heardAt }: Heard<Value>) => (now() - heardAt) / 1000
  const isFresh = (heard: Heard<Value>) => !heard.isDoubted && ageOf(heard) < freshSeconds
  const isShowable = (old: Heard<Value> | undefined) => old !== undefined && ageOf(old) <= staleSeconds
  const kept = new LRUCache<string, Heard<Value>>({
    max,
    fetchMethod: async (key, old, asking) => {
      asking.options.allowStaleOnFetchRejection = isShowable(old)
      return { value: await fetch(key), heardAt: now(), isDoubted: false }
    },
    // Whoever asked before a key was forgotten is answered, but that answer is not kept.
    ignoreFetchAbort: true,
  })

  const hear = async (key: string): Promise<Heard<Value> | undefined> => {
    const old = kept.get(key, { allowStale: true })
    if (old && isFresh(old)) return old
    // One question at a time for each key: who comes while it is under way waits for the same answer.
    const asked = kept.fetch(key, { forceRefresh: true })
    if (!isShowable(old)) return asked
    return Promise.race([asked, pause(patienceMilliseconds, old, { ref: false })])
  }

  const doubt = (key: string): void => {
    const old = kept.peek(key, { allowStale: true })
    // To set it leaves a question that is under way without effect: what it will say is from before.
    if (old) kept.set(key, { ...old, isDoubted: true })
    else kept.delete(key)
  }

  return {
    /** @throws what the source threw, when there is nothing young enough to show instead. */
    async get(key: string): Promise<Kept<Value>> {
      const heard = await hear(key)
      if (!heard) throw new Error(`nothing was heard about ${key}`)
      return { value: heard.value, ageSeconds: ageOf(heard), isStale: !isFresh(heard) }
    },
    /** A question that is under way is forgotten too: what it will say is from before. */
    forget(key: string): void {
      kept.delete(key)
    },
    /** Asked for again at the next look, and shown only if the source is silent or slow. */
    doubt,
    doubtAll(): void {
      for (const key of [...kept.keys()]) doubt(key)
    },
  }
}
