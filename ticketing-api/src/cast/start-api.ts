import { randomUUID } from 'node:crypto'
import { moveClock } from '@event-sphere/kit/database/movable-clock'
import { makeLog } from '@event-sphere/kit/log'
import { createTestDatabase } from '@event-sphere/kit/testing/test-database'
import { onTestFinished } from 'vitest'
import { everything } from '../call/scope.ts'
import { readTicketingConfig } from '../config.ts'
import type { Mail } from '../gateways/mailer.ts'
import { allHandlers, allSweeps } from '../handlers.ts'
import { startTicketingApi } from '../start-ticketing-api.ts'
import { type CallTestApi, callApi } from './call-api.ts'
import { fakeMpesa } from './fake-mpesa.ts'
import { bringInStaff } from './staff.ts'
import { ticketingTemplate } from './template.ts'

/** Its plan's dates: sales are open. */
const midSale = '2026-07-01T09:00:00Z'

/** A Ticketing API of the test's own: real HTTP, a real database, a clock to push; fakes only at the gateways. */
export async function startApi({
  now = midSale,
  trustedProxies,
  trustedUrls = [],
}: {
  now?: string
  /** Where webhooks may go on this machine. */
  trustedUrls?: readonly string[]
  trustedProxies?: string
} = {}) {
  const database = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '', ticketingTemplate)
  const pushClock = (iso: string) => moveClock(database.url, Date.parse(iso) - Date.now())
  await pushClock(now)
  const mails: Mail[] = []
  const mpesa = fakeMpesa()
  const env = {
    DATABASE_URL: database.url,
    TICKETING_PORT: '0',
    METRICS_PORT: '0',
    LOG_LEVEL: 'silent',
    WEBHOOK_TRUSTED_URLS: trustedUrls.join(','),
    ...(trustedProxies && { TRUSTED_PROXIES: trustedProxies }),
  }
  const config = readTicketingConfig(env)
  const mailer = { send: async (mail: Mail) => void mails.push(mail), close: () => {} }
  const start = (databaseUrl = database.url) =>
    startTicketingApi({
      config: { ...config, databaseUrl },
      log: makeLog({ box: 'test', level: 'silent' }),
      mpesa,
      mailer,
      scope: everything,
    })
  const { url, ctx, close } = await start()
  mpesa.reach(url)
  const others: (() => Promise<void>)[] = []
  /** Ends every process and the database; at the test's end at the latest. */
  const end = once(async () => {
    await Promise.all([close, ...others].map((closeOne) => closeOne()))
    await database.drop()
  })
  onTestFinished(end)
  const call: CallTestApi = (endpoint, asked) => callApi(url, endpoint, asked)
  const staff = await bringInStaff(ctx)
  return {
    url,
    ctx,
    databaseUrl: database.url,
    call,
    mails,
    mpesa,
    ...staff,
    /** One more process of the same installation, which shares nothing with the first but the database. */
    startAnother: async (throughUrl?: string) => {
      const other = await start(throughUrl)
      const closeOther = once(other.close)
      others.push(closeOther)
      onTestFinished(closeOther)
      const callOther: CallTestApi = (endpoint, asked) => callApi(other.url, endpoint, asked)
      return { url: other.url, ctx: other.ctx, call: callOther, close: closeOther }
    },
    end,
    newKey: () => `test-${randomUUID()}`,
    moveTo: async (iso: string) => {
      await pushClock(iso)
      await ctx.clock.sync()
    },
    runJobs: () => ctx.jobs.runUntilQuiet(allHandlers(ctx)),
    runSweeps: async () => {
      for (const sweep of allSweeps) await sweep.run(ctx)
    },
  }
}

function once(act: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= act()
    return done
  }
}

export type TestApi = Awaited<ReturnType<typeof startApi>>
