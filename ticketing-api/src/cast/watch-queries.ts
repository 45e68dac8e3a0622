import type { Database, Reader, Tx } from '@event-sphere/kit/database/database'
import { CompiledQuery, createQueryId, type KyselyPlugin, RawNode, type RootOperationNode } from 'kysely'

/** The plans of the product's own statements, as a story really runs them, on a database that would rather use an index. */
export async function plansOf(database: Database, story: (tx: Tx) => Promise<unknown>): Promise<string> {
  return database.transaction(async (tx) => {
    await tx.executeQuery(CompiledQuery.raw('set local enable_seqscan = off'))
    const seen: RootOperationNode[] = []
    await story(tx.withPlugin(pluginOf((node) => (seen.push(node), node))) as Tx)
    const plans = []
    for (const node of seen) {
      const { sql, parameters } = tx.getExecutor().compileQuery(node, createQueryId())
      const { rows } = await tx.executeQuery<{ 'QUERY PLAN': string }>(
        CompiledQuery.raw(`explain ${sql}`, [...parameters]),
      )
      plans.push(...rows.map((row) => row['QUERY PLAN']))
    }
    return plans.join('\n')
  })
}

/**
 * A plan that locks rows in the order of their ids: two who lock several of the same rows cross, and one of them is thrown
 * out, unless both do so. (Who asks is read before, in a plan of its own.)
 */
export const inOrderOfIds =
  /LockRows[^\n]*\n(?: *InitPlan[^\n]*\n *-> {2}Result[^\n]*\n)* *-> {2}(Sort[^\n]*\n *Sort Key: [\w.]*id\n|Index Scan using \w+_pkey)/

export interface Walls {
  /** Parts of statements that are left out: `/ for update/`. */
  leftOut: readonly RegExp[]
  /** Whoever has run a statement with this in it waits there until so many have. */
  meetAfter: RegExp
  howMany: number
}

/** The product's own statements without what guards them, and everybody at the same point at the same time. */
export function withoutWalls(database: Database, { leftOut, meetAfter, howMany }: Walls): Database {
  const everybody = Promise.withResolvers<void>()
  let arrived = 0
  const meeting = async () => {
    arrived += 1
    if (arrived === howMany) everybody.resolve()
    await everybody.promise
  }
  const plugin = pluginOf(
    (node) => weaken(node, leftOut),
    (node) => (meetAfter.test(textOf(node)) ? meeting() : undefined),
  )
  const story =
    <T>(told: (tx: Tx) => Promise<T>) =>
    (tx: Tx) =>
      told(tx.withPlugin(plugin) as Tx)
  return {
    ...database,
    reader: database.reader.withPlugin(plugin) as Reader,
    transaction: (told) => database.transaction(story(told)),
  }
}

function pluginOf(
  change: (node: RootOperationNode) => RootOperationNode,
  afterwards?: (node: RootOperationNode) => Promise<void> | undefined,
): KyselyPlugin {
  const nodes = new WeakMap<object, RootOperationNode>()
  return {
    transformQuery: ({ node, queryId }) => {
      nodes.set(queryId, node)
      return change(node)
    },
    transformResult: async ({ result, queryId }) => {
      const node = nodes.get(queryId)
      if (node) await afterwards?.(node)
      return result
    },
  }
}

const textOf = (node: RootOperationNode): string => (RawNode.is(node) ? node.sqlFragments.join(' ? ') : '')

function weaken(node: RootOperationNode, leftOut: readonly RegExp[]): RootOperationNode {
  if (!RawNode.is(node)) return node
  const sqlFragments = node.sqlFragments.map((text) =>
    leftOut.reduce((rest, wall) => rest.replace(wall, ''), text),
  )
  return { ...node, sqlFragments }
}
