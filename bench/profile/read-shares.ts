/** A profile in V8's format: a tree of call frames, and the node that was running at each sample. */
export interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[]
  samples: number[]
  timeDeltas: number[]
}

export interface Share {
  name: string
  percent: number
}

const most = 15

/** Self time by package and by function, as a percentage of the process's busy time. */
export function readShares({ nodes, samples, timeDeltas }: CpuProfile): {
  packages: Share[]
  functions: Share[]
} {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]))
  const packages = new Map<string, number>()
  const functions = new Map<string, number>()
  let busy = 0
  for (const [place, id] of samples.entries()) {
    const frame = frames.get(id)
    const microseconds = timeDeltas[place] ?? 0
    if (!frame || frame.functionName === '(idle)') continue
    busy += microseconds
    const home = packageOf(frame.url, frame.functionName)
    add(packages, home, microseconds)
    add(functions, `${home}: ${frame.functionName || '(anonymous)'}`, microseconds)
  }
  return { packages: top(packages, busy), functions: top(functions, busy) }
}

function packageOf(url: string, functionName: string): string {
  if (url.startsWith('node:')) return url.replace(/^(node:(?:internal\/)?\w+).*/, '$1')
  if (!url) return functionName === '(program)' ? 'node (native code)' : functionName
  const [, inside] = url.split(/.*node_modules\//)
  if (inside) return /^(@[^/]+\/[^/]+|[^/]+)/.exec(inside)?.[1] ?? inside
  return /(ticketing-api\/src\/[^/]+|kit|contract)/.exec(url)?.[1] ?? url
}

function add(sums: Map<string, number>, name: string, microseconds: number): void {
  sums.set(name, (sums.get(name) ?? 0) + microseconds)
}

function top(sums: ReadonlyMap<string, number>, whole: number): Share[] {
  return [...sums]
    .sort(([, left], [, right]) => right - left)
    .slice(0, most)
    .map(([name, part]) => ({ name, percent: Math.round((part / whole) * 1000) / 10 }))
}
