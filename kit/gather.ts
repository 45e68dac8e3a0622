import { isUnavailable } from './database/retry.ts'

interface Waiting<Item, Answer> {
  item: Item
  resolve(answer: Answer): void
  reject(fault: unknown): void
}

/**
 * Serves together all who ask while others are being served: the busier it is, the fewer statements each one costs. The
 * group grows with the line, without a timer, and whoever comes alone is a group of one. A fault of the group is a fault of
 * one of its items, so each is then served alone. While the database is away, everyone who waits is told at once: behind it
 * they would wait twice as long.
 * @param serve answers a group, each item in its place; a group that fails leaves nothing behind
 */
export function gather<Item, Answer>(
  serve: (group: readonly Item[]) => Promise<readonly Answer[]>,
  mostInGroup: number,
): (item: Item) => Promise<Answer> {
  const line: Waiting<Item, Answer>[] = []
  /** Of a group that failed, those who have not been served again. */
  const apart: Waiting<Item, Answer>[] = []
  let isServing = false

  async function serveGroup(group: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await serve(group.map(({ item }) => item))
      for (const [place, waiting] of group.entries()) waiting.resolve(answers[place] as Answer)
    } catch (fault) {
      if (isUnavailable(fault))
        for (const waiting of [...group, ...apart.splice(0), ...line.splice(0)]) waiting.reject(fault)
      else if (group.length === 1) group[0]?.reject(fault)
      else apart.push(...group)
    }
  }

  async function serveAll(): Promise<void> {
    while (apart.length + line.length > 0)
      await serveGroup(apart.length > 0 ? apart.splice(0, 1) : line.splice(0, mostInGroup))
    isServing = false
  }

  return (item) => {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    line.push({ item, resolve, reject })
    if (!isServing) {
      isServing = true
      // Whoever arrives with the same read of the network stands in the same group.
      setImmediate(() => void serveAll())
    }
    return promise
  }
}
