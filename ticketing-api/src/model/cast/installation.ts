import { startApi } from '../../cast/start-api.ts'

const opening = '2026-07-01T06:00:00Z'

/** Two processes on one database, whose clock only moves forward; every run has an event of its own in it. */
export async function openInstallation() {
  const api = await startApi({ now: opening })
  const other = await api.startAnother()
  let offset = Date.parse(opening) - Date.now()
  let last = 0
  return {
    api,
    sides: [api, other] as const,
    end: api.end,
    now: () => new Date(Date.now() + offset),
    pass: async (seconds: number) => {
      offset += seconds * 1000
      await api.moveTo(new Date(Date.now() + offset).toISOString())
      await other.ctx.clock.sync()
    },
    /** A number that nobody has had. */
    next: () => {
      last += 1
      return last
    },
  }
}
export type Installation = Awaited<ReturnType<typeof openInstallation>>
