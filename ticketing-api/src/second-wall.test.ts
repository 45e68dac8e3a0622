import { scanTicket } from '@event-sphere/contract/check-in'
import type { Endpoint } from '@event-sphere/contract/endpoint'
import * as entrances from '@event-sphere/contract/entrances'
import * as events from '@event-sphere/contract/events'
import { listMatters } from '@event-sphere/contract/matters'
import * as purchases from '@event-sphere/contract/purchases'
import * as ticketTypes from '@event-sphere/contract/ticket-types'
import * as tickets from '@event-sphere/contract/tickets'
import { sql } from '@event-sphere/kit/database/database'
import { expect, onTestFinished, test } from 'vitest'
import { aCustomer, buys } from './cast/buyers.ts'
import { listTables } from './cast/list-tables.ts'
import { rewriteSql } from './cast/rewrite-sql.ts'
import { twoOrganizations } from './cast/two-organizations.ts'

/** The first wall, everywhere: no statement asks any more whose a row is. */
const withoutFirstWall = () =>
  rewriteSql((text) =>
    text
      .replace(/(?:\b\w+\.)?organization_id = (\$\d+)/g, '$1::uuid is not null')
      .replace(/(?:\b\w+\.)?user_id = (\$\d+)/g, '$1::uuid is not null'),
  )

async function whatStrangersSee() {
  const { api, ours, theirs } = await twoOrganizations()
  const asked: [string, Endpoint, object][] = [
    [ours.admin, events.getEvent, { params: { id: theirs.eventId } }],
    [ours.key, events.getEvent, { params: { id: theirs.eventId } }],
    [ours.admin, events.changeEvent, { params: { id: theirs.eventId }, body: { title: 'Ours now' } }],
    [ours.admin, ticketTypes.listTicketTypes, { params: { eventId: theirs.eventId } }],
    [ours.admin, ticketTypes.changeTicketType, { params: { id: theirs.gala }, body: { price: 0 } }],
    [ours.admin, entrances.deleteEntrance, { params: { id: theirs.entranceId } }],
    [ours.admin, purchases.getPurchase, { params: { id: theirs.holder.purchase.id } }],
    [ours.key, purchases.getPurchase, { params: { id: theirs.holder.purchase.id } }],
    [ours.holder.token, purchases.getPurchase, { params: { id: theirs.holder.purchase.id } }],
    [ours.admin, tickets.getTicket, { params: { id: theirs.holder.ticketId } }],
    [ours.holder.token, tickets.getTicket, { params: { id: theirs.holder.ticketId } }],
  ]
  const lists = async () => {
    const { body: own } = await api.call(events.listEvents, { as: ours.admin })
    const { body: open } = await api.call(listMatters, { as: ours.admin })
    const { body: bought } = await api.call(purchases.listMyPurchases, { as: ours.holder.token })
    return [own.items.length, open.items.length, bought.items.length]
  }
  return {
    api,
    statuses: async () => {
      const seen: number[] = []
      for (const [as, endpoint, rest] of asked) seen.push((await api.call(endpoint, { as, ...rest })).status)
      return seen
    },
    lists,
    howMany: asked.length,
  }
}

test('a statement that forgot whose rows it is about shows and changes nothing of another organization', async () => {
  const { statuses, lists, howMany } = await whatStrangersSee()
  const weakened = withoutFirstWall()
  onTestFinished(weakened.restore)
  expect(await statuses()).toEqual(Array(howMany).fill(404))
  expect(await lists()).toEqual([1, 1, 1])
}, 120_000)

test('control: without the second wall the same statements show and change them', async () => {
  const { api, statuses, lists } = await whatStrangersSee()
  for (const { name, owner } of await listTables(api.ctx.database.reader))
    if (owner)
      await sql`alter table ${sql.table(name)} disable row level security`.execute(api.ctx.database.reader)
  const weakened = withoutFirstWall()
  onTestFinished(weakened.restore)
  const seen = await statuses()
  expect(seen.filter((status) => status < 300).length).toBeGreaterThan(seen.length / 2)
  expect((await lists()).every((length) => length > 1)).toBe(true)
}, 120_000)

test('an id that another organization has given a scan is refused to whoever gives it to theirs', async () => {
  const { api, ours, theirs } = await twoOrganizations()
  const scan = (as: string, ticketCode: string) =>
    api.call(scanTicket, {
      as,
      body: { scanId: `scan_${'1'.repeat(32)}`, ticketCode, checkInLocation: 'Main Entrance' },
    })
  const { body: fresh } = await buys(api, ours, (await aCustomer(api)).token, { general: 1 })
  expect(await scan(theirs.agent, theirs.holder.code)).toMatchObject({ status: 200 })
  // Somebody who is in already, and somebody who would be let in.
  for (const code of [ours.holder.code, fresh.tickets[0]?.qrToken ?? ''])
    expect(await scan(ours.agent, code)).toMatchObject({ body: { code: 'idempotency_key_reused' } })
}, 60_000)
