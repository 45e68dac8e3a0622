import { placePurchase } from '@event-sphere/contract/purchases'
import type { EventId } from '@event-sphere/contract/values/ids'
import { sql } from '@event-sphere/kit/database/database'
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { brokenPromises } from '../cast/broken-promises.ts'
import { aCustomer, buys } from '../cast/buyers.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { type Summit, theSummit } from '../cast/summit.ts'
import { makeSaleLines } from './line.ts'
import { serveGroup } from './serve-group.ts'

/**
 * Two lines, as two processes have them, each with one buyer: whoever has looked waits for the other before taking, so long as
 * there is hope that the other comes.
 */
async function twoLinesRaceForTheLastSeat(api: TestApi, summit: Summit, hopeSeconds: number) {
  const { reader } = api.ctx.database
  await sql`create sequence arrived`.execute(reader)
  await sql`
    create function wait_for_the_other() returns trigger language plpgsql as $$
      declare gives_up timestamptz := clock_timestamp() + make_interval(secs => ${sql.lit(hopeSeconds)});
      begin
        perform nextval('arrived');
        while (select last_value from arrived) < 2 and clock_timestamp() < gives_up loop
          perform pg_sleep(0.01);
        end loop;
        return null;
      end $$`.execute(reader)
  await sql`
    create trigger waits before insert on purchases for each statement execute function wait_for_the_other()`.execute(
    reader,
  )
  const buyers = [await aCustomer(api), await aCustomer(api)]
  const shared = api.ctx.saleLines
  const saleLines = buyers.map(() =>
    makeSaleLines((eventId: EventId, wishes) => serveGroup(api.ctx, eventId, wishes)),
  )
  let turn = 0
  api.ctx.saleLines = { ...shared, serve: (wish) => (saleLines[turn++ % 2] ?? shared).serve(wish) }
  const answers = await Promise.all(buyers.map((buyer) => buys(api, summit, buyer.token, { general: 1 })))
  return answers.map((answer) => answer.status).sort()
}

test('control: without the lock and the constraints behind it, the last seat is sold twice', async () => {
  const api = await startApi()
  const summit = await theSummit(api, { general: { quantity: 1 }, event: { maxAttendees: 1 } })
  await sql`alter table quotas drop constraint quota_not_oversold`.execute(api.ctx.database.reader)
  await sql`alter table tickets drop constraint tickets_ticket_type_id_serial_key`.execute(
    api.ctx.database.reader,
  )
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...args: unknown[]
  ) {
    const [asked, ...rest] = args
    return query.apply(this, [withoutLock(asked), ...rest]) as never
  })

  const statuses = await twoLinesRaceForTheLastSeat(api, summit, 4)
  spy.mockRestore()

  expect(statuses).toEqual([201, 201])
  expect(await brokenPromises(api)).not.toEqual([])
})

/** The same statements, but nobody waits for a quota. */
function withoutLock(asked: unknown): unknown {
  const strip = (text: string) => (text.includes('from quotas') ? text.replace('for update', '') : text)
  if (typeof asked === 'string') return strip(asked)
  if (typeof asked === 'object' && asked !== null && 'text' in asked && 'name' in asked) {
    const text = strip(String(asked.text))
    return text === asked.text ? asked : { ...asked, text, name: `unlocked-${String(asked.name)}` }
  }
  return asked
}

test('two buyers for the last seat: one gets it', async () => {
  const api = await startApi()
  const summit = await theSummit(api, { general: { quantity: 1 }, event: { maxAttendees: 1 } })

  expect(await twoLinesRaceForTheLastSeat(api, summit, 0.3)).toEqual([201, 409])
  expect(await brokenPromises(api)).toEqual([])
})

test('three hundred buyers for fifty seats: fifty get one, in one line and in two', async () => {
  const api = await startApi()
  const summit = await theSummit(api, { general: { quantity: 50 } })
  const other = makeSaleLines((eventId: EventId, wishes) => serveGroup(api.ctx, eventId, wishes))
  const own = api.ctx.saleLines
  let turn = 0
  api.ctx.saleLines = { ...own, serve: (wish) => (turn++ % 2 ? own : other).serve(wish) }

  const answers = await Promise.all(
    Array.from({ length: 300 }, (_, n) => buysAsGuest(api, summit, `guest${n}@example.com`)),
  )

  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(50)
  expect(answers.filter((answer) => answer.body.code === 'sold_out')).toHaveLength(250)
  expect(await brokenPromises(api)).toEqual([])
})

async function buysAsGuest(api: TestApi, summit: Summit, email: string) {
  const items = [{ ticketTypeId: summit.general, quantity: 1 }]
  const body = { eventId: summit.eventId, items, buyer: { email } }
  return api.call(placePurchase, {
    as: api.key,
    body,
    idempotencyKey: api.newKey(),
    prefer: 'return=minimal',
  })
}
