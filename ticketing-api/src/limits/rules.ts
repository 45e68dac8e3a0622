import { type Limit, type LimitName, limits } from './allowances.ts'

/** One limit that an act passes. */
export interface Pass {
  limit: LimitName
  /** Whose it is. */
  of: string
  /** One, unless said. */
  cost?: number
  /** Counts this thing once, however often it comes: different phones, say. */
  once?: string
}

export interface Counter {
  used: number
  endsAt: Date
  /** How much of what is used belongs to acts under way: they may still come to nothing. */
  doubtful: number
  /** Until when that is believed; afterwards their process is gone, and they count. */
  doubtEndsAt: Date
}

const doubtSeconds = 60

/** The counters in hand by name, as they are before and, growing, after each act. */
export type Counters = Map<string, Counter>

export const nameOf = ({ limit, of }: Pass) => `${limit} ${of}`
const onceNameOf = (pass: Pass) => `${nameOf(pass)} once ${pass.once}`
export const namesOf = (pass: Pass) =>
  pass.once === undefined ? [nameOf(pass)] : [nameOf(pass), onceNameOf(pass)]

export type Decision =
  | { ok: true; usedBefore: Partial<Record<LimitName, number>> }
  /** `isSure`: refused even if everything under way comes to nothing. */
  | { ok: false; limit: LimitName; retryAt: Date; isSure: boolean }

interface Facts {
  counters: Counters
  now: Date
  already: (pass: Pass) => number
  /** Whether the act may come to nothing: how it ended is said by `confirmPasses` or `withdrawPasses`. */
  isInDoubt?: boolean
}

/** All of an act's limits or none: who is refused by one uses up nothing of the others. */
export function decidePasses(
  passes: readonly Pass[],
  { counters, now, already, isInDoubt = false }: Facts,
): Decision {
  const due = passes.filter((pass) => pass.once === undefined || settledOf(onceOf(counters, pass, now)) === 0)
  const usedBefore: Partial<Record<LimitName, number>> = {}
  let refusal: Omit<Extract<Decision, { ok: false }>, 'ok'> | undefined
  for (const pass of due) {
    const counter = counterOf(counters, nameOf(pass), pass, now)
    usedBefore[pass.limit] = counter.used
    const room = limits[pass.limit].most - already(pass) - (pass.cost ?? 1)
    if (counter.used <= room) continue
    const one = { limit: pass.limit, retryAt: counter.endsAt, isSure: settledOf(counter) > room }
    if (!refusal || weighs(one, refusal)) refusal = one
  }
  if (refusal) return { ok: false, ...refusal }
  for (const pass of due) charge(counters, pass, now, isInDoubt)
  return { ok: true, usedBefore }
}

interface Weighed {
  retryAt: Date
  isSure: boolean
}

/** What is sure before what may pass, then what lasts longest. */
const weighs = (one: Weighed, other: Weighed) =>
  one.isSure === other.isSure ? one.retryAt > other.retryAt : one.isSure

const settledOf = ({ used, doubtful }: Counter) => used - doubtful

function charge(counters: Counters, pass: Pass, now: Date, isInDoubt: boolean): void {
  const limit: Limit = limits[pass.limit]
  const counter = counterOf(counters, nameOf(pass), pass, now)
  add(counter, pass.cost ?? 1, now, isInDoubt)
  if (limit.slides) counter.endsAt = endOf(limit, now)
  if (pass.once !== undefined) add(onceOf(counters, pass, now), 1, now, isInDoubt)
}

function add(counter: Counter, cost: number, now: Date, isInDoubt: boolean): void {
  counter.used += cost
  if (!isInDoubt) return
  counter.doubtful += cost
  counter.doubtEndsAt = new Date(now.getTime() + doubtSeconds * 1000)
}

const endOf = ({ seconds }: Limit, now: Date) => new Date(now.getTime() + seconds * 1000)

/** The act came to nothing: what it used is there again. */
export function returnPasses(passes: readonly Pass[], counters: Counters, now: Date): void {
  for (const pass of passes) {
    const counter = counterOf(counters, nameOf(pass), pass, now)
    counter.used = Math.max(0, counter.used - (pass.cost ?? 1))
    if (pass.once !== undefined) onceOf(counters, pass, now).used = 0
  }
}

/** The act that was in doubt came to nothing: what it used is there again. */
export function withdrawPasses(passes: readonly Pass[], counters: Counters, now: Date): void {
  for (const pass of passes) {
    const cost = pass.cost ?? 1
    const all = [{ counter: counterOf(counters, nameOf(pass), pass, now), cost }]
    if (pass.once !== undefined) all.push({ counter: onceOf(counters, pass, now), cost: 1 })
    for (const { counter, cost: each } of all) {
      counter.used = Math.max(0, counter.used - each)
      counter.doubtful = Math.max(0, counter.doubtful - each)
    }
  }
}

/** The act that was in doubt counts; of those that did one thing at the same time, one does. */
export function confirmPasses(passes: readonly Pass[], counters: Counters, now: Date): void {
  for (const pass of passes) {
    const once = pass.once === undefined ? undefined : onceOf(counters, pass, now)
    // It took longer than is believed of an act: it counts already, and is not one beside another.
    if (once?.doubtful === 0) continue
    if (once && settledOf(once) > 0) withdrawPasses([pass], counters, now)
    else {
      const counter = counterOf(counters, nameOf(pass), pass, now)
      counter.doubtful = Math.max(0, counter.doubtful - (pass.cost ?? 1))
      if (once) once.doubtful = Math.max(0, once.doubtful - 1)
    }
  }
}

const onceOf = (counters: Counters, pass: Pass, now: Date) => counterOf(counters, onceNameOf(pass), pass, now)

/** A counter starts with its first use and ends with its time. */
function counterOf(counters: Counters, name: string, { limit }: Pass, now: Date): Counter {
  const known = counters.get(name)
  if (known && known.endsAt > now) {
    if (known.doubtEndsAt <= now) known.doubtful = 0
    return known
  }
  const fresh = { used: 0, endsAt: endOf(limits[limit], now), doubtful: 0, doubtEndsAt: now }
  counters.set(name, fresh)
  return fresh
}
