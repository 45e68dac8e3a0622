import { setTimeout as pause } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'

export interface Kept<Value> {
  value: Value
  /** Seconds since the source last answered. */
  ageSeconds: number
  /** True if the source does not answer and this is an earlier value. */
  isStale: boolean
}

export interface StaleCacheOptions<Value> {
  freshSeconds: number
  /** For how long an old value is better than none. */
  staleSeconds?: number
  /** How long a read waits for a new value if there is an old one. */
  patienceMilliseconds?: number
  max?: number
  now?: () => number
  fetch: (key: string) => Promise<Value>
}

interface Heard<Value> {
  value: Value
  heardAt: number
  /** True if the value may be outdated. */
  isDoubted: boolean
}

const oneDay = 24 * 3600

/** Cache that merges concurrent requests and serves stale values if the source fails. */
export function makeStaleCache<Value>(options: StaleCacheOptions<Value>) {
  const { freshSeconds, staleSeconds = oneDay, patienceMilliseconds = 300, max = 200, fetch } = options
  const now = options.now ?? Date.now
  const ageOf = ({ heardAt }: Heard<Value>) => (now() - heardAt) / 1000
  const isFresh = (heard: Heard<Value>) => !heard.isDoubted && ageOf(heard) < freshSeconds
  const isShowable = (old: Heard<Value> | undefined) => old !== undefined && ageOf(old) <= staleSeconds
  const asking = new Set<{ key: string }>()
  const kept = new LRUCache<string, Heard<Value>>({
    max,
    fetchMethod: async (key, old, { options: asked }) => {
      asked.allowStaleOnFetchRejection = isShowable(old)
      const one = { key }
      asking.add(one)
      const value = await fetch(key).finally(() => asking.delete(one))
      return { value, heardAt: now(), isDoubted: false }
    },
    // A fetch that began before its key was forgotten still answers its callers, but is not cached.
    ignoreFetchAbort: true,
  })

  const hear = async (key: string): Promise<Heard<Value> | undefined> => {
    const old = kept.get(key, { allowStale: true })
    if (old && isFresh(old)) return old
    // One fetch at a time for each key: reads during it wait for the same answer.
    const asked = kept.fetch(key, { forceRefresh: true })
    if (!isShowable(old)) return asked
    return Promise.race([asked, pause(patienceMilliseconds, old, { ref: false })])
  }

  const doubt = (key: string): void => {
    const old = kept.peek(key, { allowStale: true })
    // Setting the key makes a fetch in progress ineffective: its answer may be outdated.
    if (old) kept.set(key, { ...old, isDoubted: true })
    else kept.delete(key)
  }

  return {
    /** @throws the source's fault if there is no recent enough value. */
    async get(key: string): Promise<Kept<Value>> {
      const heard = await hear(key)
      if (!heard) throw new Error(`no answer about ${key}`)
      return { value: heard.value, ageSeconds: ageOf(heard), isStale: !isFresh(heard) }
    },
    /** Makes a fetch in progress ineffective too: its answer may be outdated. */
    forget(key: string): void {
      kept.delete(key)
    },
    /** Marks a value as outdated: it is fetched on the next read, and served only if the source is silent or slow. */
    doubt,
    doubtAll(): void {
      // The cache's own list of keys leaves out those that are being fetched.
      const keys = new Set([...kept.keys(), ...[...asking].map(({ key }) => key)])
      for (const key of keys) doubt(key)
    },
  }
}
