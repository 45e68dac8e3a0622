import { isUnavailable } from '@event-sphere/kit/database/retry'

interface Waiting<Ask, Answer> {
  ask: Ask
  resolve(answer: Answer): void
  reject(fault: unknown): void
}

const mostInGroup = 200

/**
 * Whoever waits while a group is served is the next group: the busier it is, the fewer statements each one costs. If the
 * database is away, everyone who waits is told at once: behind it they would wait twice as long.
 */
export function serveInGroups<Ask, Answer>(
  serve: (asks: readonly Ask[]) => Promise<Answer[]>,
): (ask: Ask) => Promise<Answer> {
  const line: Waiting<Ask, Answer>[] = []
  let isServing = false

  async function serveGroup(group: Waiting<Ask, Answer>[]): Promise<void> {
    try {
      const answers = await serve(group.map(({ ask }) => ask))
      for (const [place, waiting] of group.entries()) waiting.resolve(answers[place] as Answer)
    } catch (fault) {
      for (const waiting of group) waiting.reject(fault)
      if (isUnavailable(fault)) for (const waiting of line.splice(0)) waiting.reject(fault)
    }
  }

  async function serveAll(): Promise<void> {
    while (line.length > 0) await serveGroup(line.splice(0, mostInGroup))
    isServing = false
  }

  return (ask) =>
    new Promise((resolve, reject) => {
      line.push({ ask, resolve, reject })
      if (isServing) return
      isServing = true
      // Whoever arrives with the same read of the network stands in the same group.
      setImmediate(() => void serveAll())
    })
}
