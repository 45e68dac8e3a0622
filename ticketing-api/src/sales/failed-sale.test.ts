import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import { aCustomer, buys } from '../cast/buyers.ts'
import { startApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'

test('a sale that fails leaves no job', async () => {
  const api = await startApi()
  const { reader } = api.ctx.database
  const summit = await theSummit(api)
  const buyer = await aCustomer(api)
  await sql`create function fail() returns trigger language plpgsql as $$ begin raise exception 'fails'; end $$`.execute(
    reader,
  )
  await sql`create trigger fail before insert on purchases for each statement execute function fail()`.execute(
    reader,
  )

  expect((await buys(api, summit, buyer.token, { general: 1 })).status).toBe(500)

  const { rows } = await sql`select name from jobs.job where name like 'tickets.%'`.execute(reader)
  expect(rows).toEqual([])
})
