import type { Listener } from '@event-sphere/kit/database/listen'
import { LRUCache } from 'lru-cache'

/** Bounds what a listener costs whose connection has gone silent without closing. */
const rememberMilliseconds = 15_000

interface Kept<Live> {
  owner: string
  reading: Promise<Live | undefined>
}

/** What the database said of tokens and keys, until it announces an end. */
export interface LiveReads<Live> {
  /** `name` is what is read; the end of its `owner` ends it too. Everyone who asks at once waits for the same read. */
  read(name: string, owner: string, load: () => Promise<Live | undefined>): Promise<Live | undefined>
}

export function keepLiveReads<Live extends object>(ends: Listener): LiveReads<Live> {
  const kept = new LRUCache<string, Kept<Live>>({ max: 5000, ttl: rememberMilliseconds })
  ends.follow((subject) => (subject === undefined ? kept.clear() : forget(kept, subject)))
  return {
    read(name, owner, load) {
      // Ends that nobody hears must be read.
      if (!ends.isListening()) return load()
      const known = kept.get(name)
      if (known) return known.reading
      // Kept before it is read: an end that is announced meanwhile finds it here.
      const reading = load()
      kept.set(name, { owner, reading })
      const drop = () => kept.peek(name)?.reading === reading && kept.delete(name)
      reading.then((live) => live ?? drop(), drop)
      return reading
    },
  }
}

function forget<Live>(kept: LRUCache<string, Kept<Live>>, subject: string): void {
  if (kept.delete(subject)) return
  for (const [name, { owner }] of kept.entries()) if (owner === subject) kept.delete(name)
}
