import { EventEmitter } from 'node:events'
import { performance } from 'node:perf_hooks'
import pg from 'pg'
import { reachOptions } from './open-pool.ts'

/** Receives what other processes announce with `pg_notify`. After a reconnect it tells every waiter to check again. */
export interface Listener {
  /**
   * Resolves to true if the subject was announced (or may have been, after a reconnect), to false if the time is up.
   */
  heard(subject: string, withinMilliseconds: number): Promise<boolean>
  /** Calls back for every announcement, and without a subject if some may have been missed. */
  follow(hear: (subject: string | undefined) => void): void
  /** While this is false, announcements are being missed. */
  isListening(): boolean
  /** All current and later waits end at once, so a stopping process keeps nobody waiting. */
  endWaits(): void
  close(): Promise<void>
}

/** A connection that only listens cannot tell silence from a dead peer, so it sends a query often. */
const askEveryMilliseconds = 1000
const answerWithinMilliseconds = 2000
const reconnectAfterMilliseconds = 1000

export interface ListenerOptions {
  url: string
  channel: string
  onFault: (fault: Error) => void
}

export async function openListener({ url, channel, onFault }: ListenerOptions): Promise<Listener> {
  const subjects = new EventEmitter().setMaxListeners(0)
  const followers: ((subject: string | undefined) => void)[] = []
  const tellFollowers = (subject?: string) => {
    for (const hear of followers) hear(subject)
  }
  let client: pg.Client | undefined
  let answeredAt = Number.NEGATIVE_INFINITY
  let isClosed = false
  let areWaitsOver = false
  let timer: NodeJS.Timeout | undefined

  /** Repeating LISTEN is harmless; it fails if the connection is read-only or broken. */
  const ask = async () => {
    await client?.query(`listen ${pg.escapeIdentifier(channel)}`)
    answeredAt = performance.now()
  }
  const connect = async () => {
    const next = new pg.Client({
      ...reachOptions(url),
      query_timeout: answerWithinMilliseconds,
      pipeline: true,
    })
    client = next
    // The next query fails and reports the fault.
    next.on('error', () => undefined)
    next.on('end', () => {
      if (client === next) answeredAt = Number.NEGATIVE_INFINITY
    })
    next.on('notification', ({ payload }) => {
      if (!payload) return
      subjects.emit(payload)
      tellFollowers(payload)
    })
    await next.connect()
    await ask()
    for (const subject of subjects.eventNames()) subjects.emit(subject)
    tellFollowers()
  }
  const goOn = async () => {
    try {
      await (client ? ask() : connect())
      plan(askEveryMilliseconds)
    } catch (fault) {
      if (isClosed) return
      onFault(fault as Error)
      void client?.end().catch(onFault)
      client = undefined
      plan(reconnectAfterMilliseconds)
    }
  }
  const plan = (milliseconds: number) => {
    if (!isClosed) timer = setTimeout(() => void goOn(), milliseconds).unref()
  }

  await connect()
  plan(askEveryMilliseconds)
  return {
    heard: async (subject, withinMilliseconds) =>
      !areWaitsOver && hear(subjects, subject, withinMilliseconds),
    follow: (follower) => void followers.push(follower),
    isListening: () => performance.now() - answeredAt < askEveryMilliseconds + answerWithinMilliseconds,
    endWaits: () => {
      areWaitsOver = true
      for (const subject of subjects.eventNames()) subjects.emit(subject, false)
    },
    close: async () => {
      isClosed = true
      clearTimeout(timer)
      await client?.end()
    },
  }
}

function hear(subjects: EventEmitter, subject: string, withinMilliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const onSubject = (isNews = true) => settle(isNews)
    const timer = setTimeout(() => settle(false), withinMilliseconds)
    const settle = (answer: boolean) => {
      clearTimeout(timer)
      subjects.off(subject, onSubject)
      resolve(answer)
    }
    subjects.on(subject, onSubject)
  })
}
