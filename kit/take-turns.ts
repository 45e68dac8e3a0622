/**
 * Runs acts one after another, in the order of the calls; a fault affects only its own act.
 * @returns a function that queues an act and resolves to its result
 */
export function takeTurns(): <T>(act: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (act) => {
    const turn = last.then(act, act)
    last = turn
    return turn
  }
}
