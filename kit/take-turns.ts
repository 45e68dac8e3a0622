/**
 * One act after the other, in the order in which they were asked for; a fault ends its own act alone.
 * @returns what gives an act its turn and answers with its end
 */
export function takeTurns(): <T>(act: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (act) => {
    const turn = last.then(act, act)
    last = turn
    return turn
  }
}
