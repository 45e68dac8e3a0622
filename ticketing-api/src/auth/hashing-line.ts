import { availableParallelism } from 'node:os'
import { refuse } from '../call/refuse.ts'

/** `clear`: nothing speaks against this one. `guesses`: its source or its account has failed lately. */
export type Lane = 'clear' | 'guesses'

/** A waiting turn and its class. */
export interface Turn {
  lane: Lane
  /** Sources take turns, so that one with many guesses waits for itself. */
  source: string
}

/** One core is always left for everybody who is not signing in. */
const atOnce = Math.max(1, availableParallelism() - 1)
const mostOfSource = 50
const mostInLane = 400
/** Of so many turns one goes to a guess, while there is a clear one: who mistypes must get in at last. */
const guessEvery = 8

type Start = () => void
const lanes: Record<Lane, Map<string, Start[]>> = { clear: new Map(), guesses: new Map() }
let running = 0
let turns = 0

/** Runs costly work in its turn. @throws unavailable if its line is too long to wait in */
export async function inTurn<T>({ lane, source }: Turn, work: () => Promise<T>): Promise<T> {
  await new Promise<void>((resolve) => {
    const line = lanes[lane].get(source) ?? []
    if (line.length >= mostOfSource || lengthOf(lane) >= mostInLane) throw refuse('unavailable')
    line.push(resolve)
    lanes[lane].set(source, line)
    startNext()
  })
  try {
    return await work()
  } finally {
    running -= 1
    startNext()
  }
}

function startNext(): void {
  if (running >= atOnce) return
  turns += 1
  const order: Lane[] = turns % guessEvery === 0 ? ['guesses', 'clear'] : ['clear', 'guesses']
  const start = takeNext(order[0] ?? 'clear') ?? takeNext(order[1] ?? 'guesses')
  if (!start) return
  running += 1
  start()
}

/** The first of the source that has waited longest; the source then stands at the end. */
function takeNext(lane: Lane): Start | undefined {
  const [next] = lanes[lane]
  if (!next) return undefined
  const [source, line] = next
  const start = line.shift()
  lanes[lane].delete(source)
  if (line.length > 0) lanes[lane].set(source, line)
  return start
}

const lengthOf = (lane: Lane) => [...lanes[lane].values()].reduce((sum, { length }) => sum + length, 0)
