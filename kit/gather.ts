import { isUnavailable } from './database/retry.ts'

interface Waiting<Item, Answer> {
  item: Item
  resolve(answer: Answer): void
  reject(fault: unknown): void
}

/**
 * Serves together all who ask while others are being served: the group grows with the line, without a timer, and whoever
 * comes alone is a group of one. A fault of the group is a fault of one of its items, so each is then served alone;
 * where nobody can be served, all of the group hear so at once.
 * @param serve answers a group, each item in its place
 */
export function gather<Item, Answer>(
  serve: (group: readonly Item[]) => Promise<readonly Answer[]>,
  mostInGroup: number,
): (item: Item) => Promise<Answer> {
  const line: Waiting<Item, Answer>[] = []
  let isServing = false

  async function workThrough(): Promise<void> {
    isServing = true
    while (line.length > 0) await serveGroup(serve, line.splice(0, mostInGroup))
    isServing = false
  }

  return (item) => {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    line.push({ item, resolve, reject })
    // Whoever arrives with the same read of the network stands in the same group.
    if (!isServing && line.length === 1) setImmediate(() => void workThrough())
    return promise
  }
}

async function serveGroup<Item, Answer>(
  serve: (group: readonly Item[]) => Promise<readonly Answer[]>,
  group: readonly Waiting<Item, Answer>[],
): Promise<void> {
  try {
    const answers = await serve(group.map(({ item }) => item))
    for (const [place, waiting] of group.entries()) waiting.resolve(answers[place] as Answer)
  } catch (fault) {
    if (group.length === 1 || isUnavailable(fault)) for (const waiting of group) waiting.reject(fault)
    else for (const waiting of group) await serveGroup(serve, [waiting])
  }
}
