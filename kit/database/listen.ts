import { EventEmitter } from 'node:events'
import pg from 'pg'

/** Hears what other processes announce with `pg_notify`; it reconnects by itself, and then tells everyone to look again. */
export interface Listener {
  /** Resolves true when the subject was announced (or may have been, after a reconnect), false when the time is over. */
  heard(subject: string, withinMilliseconds: number): Promise<boolean>
  /** Calls back at every announcement, and without a subject when some may have been missed. */
  follow(hear: (subject: string | undefined) => void): void
  /** While this is false, announcements are being missed. */
  isListening(): boolean
  close(): Promise<void>
}

const reconnectAfterMilliseconds = 1000

export async function startListener(
  url: string,
  channel: string,
  onFault: (fault: Error) => void,
): Promise<Listener> {
  const subjects = new EventEmitter().setMaxListeners(0)
  const followers: ((subject: string | undefined) => void)[] = []
  const tellFollowers = (subject?: string) => {
    for (const hear of followers) hear(subject)
  }
  let client: pg.Client | undefined
  let isClosed = false
  const connect = async () => {
    const next = new pg.Client({ connectionString: url })
    next.on('error', onFault)
    next.on('end', () => {
      if (client === next) client = undefined
      if (!isClosed) setTimeout(() => void connect().catch(onFault), reconnectAfterMilliseconds).unref()
    })
    next.on('notification', ({ payload }) => {
      if (!payload) return
      subjects.emit(payload)
      tellFollowers(payload)
    })
    await next.connect()
    await next.query(`listen ${pg.escapeIdentifier(channel)}`)
    client = next
    for (const subject of subjects.eventNames()) subjects.emit(subject)
    tellFollowers()
  }
  await connect()
  return {
    heard: (subject, withinMilliseconds) =>
      new Promise((resolve) => {
        const hear = () => settle(true)
        const timer = setTimeout(() => settle(false), withinMilliseconds)
        const settle = (answer: boolean) => {
          clearTimeout(timer)
          subjects.off(subject, hear)
          resolve(answer)
        }
        subjects.on(subject, hear)
      }),
    follow: (hear) => void followers.push(hear),
    isListening: () => client !== undefined,
    close: async () => {
      isClosed = true
      await client?.end()
    },
  }
}
