const withinMilliseconds = 60_000
/** The fifth end within a minute shows that starting it again is no help. */
const most = 5

/** How long to wait before a start again, twice as long each time; undefined when it is no use any more. */
export function countDeaths(now: () => number = () => performance.now()) {
  let deaths: number[] = []
  return {
    pauseAfterAnother(): number | undefined {
      deaths = [...deaths.filter((at) => now() - at < withinMilliseconds), now()]
      return deaths.length < most ? 250 * 2 ** deaths.length : undefined
    },
  }
}
