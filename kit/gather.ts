import { isUnavailable } from './database/retry.ts'

interface Waiting<Item, Answer> {
  item: Item
  resolve(answer: Answer): void
  reject(fault: unknown): void
}

/**
 * Serves requests in groups: all that arrive while a group is being served form the next one, so the busier it is, the
 * fewer statements each one costs. The group grows with the line, without a timer; a single request is a group of one.
 * A group fails because of one of its items, so each is then served alone. If the database is unavailable, everyone
 * waiting is told at once: otherwise they would wait twice as long.
 * @param serve answers a group, each item in its place; a group that fails leaves no effects
 */
export function gather<Item, Answer>(
  serve: (group: readonly Item[]) => Promise<readonly Answer[]>,
  mostInGroup: number,
): (item: Item) => Promise<Answer> {
  const line: Waiting<Item, Answer>[] = []
  /** The items of a failed group that have not been retried yet. */
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
      // Requests that arrive in the same network read join the same group.
      setImmediate(() => void serveAll())
    }
    return promise
  }
}
