import pg from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createTestDatabase } from '../testing/test-database.ts'
import { type Database, openDatabase, type Reader, sql } from './database.ts'
import { inScope, type Scope, widenScope } from './scope.ts'

async function aDatabase({ maxConnections = 1, scope }: { maxConnections?: number; scope?: Scope } = {}) {
  const made = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '', {
    name: 'empty',
    prepare: async () => undefined,
  })
  const database = openDatabase({
    url: made.url,
    schema: 'public',
    maxConnections,
    ...(scope && { scope }),
    onFault: () => {},
  })
  onTestFinished(async () => {
    await database.close()
    await made.drop()
  })
  return database
}

async function whoAsks(reader: Reader): Promise<string> {
  const { rows } = await sql<{ who: string }>`
    select concat_ws(' ', nullif(current_setting('app.shop', true), ''), nullif(current_setting('app.customer', true), ''))
      as who`.execute(reader)
  return rows[0]?.who ?? ''
}

const as = (scope: Scope, database: Database) => inScope(scope, () => whoAsks(database.reader))

test('each question carries the scope of whoever asks it, on one and the same connection', async () => {
  const database = await aDatabase()
  const answers = await Promise.all([
    as({ 'app.shop': "a'b" }, database),
    whoAsks(database.reader),
    as({ 'app.customer': 'c' }, database),
    as({ 'app.shop': 'd', 'app.customer': 'c' }, database),
    as({}, database),
  ])
  expect(answers).toEqual(["a'b", '', 'c', 'd c', ''])
})

const kinds = ['pipeline', 'transaction'] as const

test.each(kinds)('a %s is in the scope that it was begun in, and leaves none behind', async (kind) => {
  const database = await aDatabase()
  await as({ 'app.customer': 'before' }, database)
  const said = await inScope({ 'app.shop': 'a' }, () =>
    database[kind](async (tx) => [await whoAsks(tx), await inScope({ 'app.shop': 'b' }, () => whoAsks(tx))]),
  )
  expect(said).toEqual(['a', 'a'])
  expect(await whoAsks(database.reader)).toBe('')
  expect(await as({ 'app.customer': 'before' }, database)).toBe('before')
})

test.each(kinds)('a %s that is undone leaves the connection in the scope that it had', async (kind) => {
  const database = await aDatabase()
  await as({ 'app.shop': 'a' }, database)
  const failing = inScope({ 'app.shop': 'b' }, () =>
    database[kind](async () => {
      throw new Error('no')
    }),
  )
  await expect(failing).rejects.toThrow('no')
  expect(await as({ 'app.shop': 'a' }, database)).toBe('a')
})

test('where the scope could not be told, no answer is believed', async () => {
  const database = await aDatabase()
  const refused = inScope({ 'app.shop': 'a\0' }, () => whoAsks(database.reader))
  await expect(refused).rejects.toThrow()
  const misnamed = inScope({ 'not a name': 'a' }, () => database.transaction(whoAsks))
  await expect(misnamed).rejects.toThrow('no name')
  expect(await as({ 'app.shop': 'b' }, database)).toBe('b')
})

test('what is sent along with a `begin` that fails is asked by nobody else, and its answer is not believed', async () => {
  const database = await aDatabase()
  await sql`create table marks (mark text)`.execute(database.reader)
  const mark = sql`insert into marks values (current_setting('app.shop', true))`
  await as({ 'app.shop': 'before' }, database)
  const ask = pg.Client.prototype.query as (...asked: unknown[]) => unknown
  const asked = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    text: unknown,
    ...rest: unknown[]
  ) {
    // As if an operator had cancelled it.
    return ask.call(this, String(text).startsWith('begin') ? 'select 1 / 0' : text, ...rest) as never
  })
  onTestFinished(() => asked.mockRestore())
  let isBelieved = false
  const failing = inScope({ 'app.shop': 'own' }, () =>
    database.pipeline(async (tx) => {
      await mark.execute(tx)
      isBelieved = true
    }),
  )
  await expect(failing).rejects.toMatchObject({ code: '22012' })
  expect(isBelieved).toBe(false)
  const { rows } = await sql`select * from marks where mark = 'before'`.execute(database.reader)
  expect(rows).toEqual([])
})

test.each(kinds)('where the scope of a %s could not be told, it is undone', async (kind) => {
  const database = await aDatabase()
  await sql`create table marks (mark text)`.execute(database.reader)
  const mark = sql`insert into marks values ('a')`
  const failing = inScope({ 'app.shop': 'a\0' }, () => database[kind]((tx) => mark.execute(tx)))
  await expect(failing).rejects.toThrow()
  const { rows } = await sql`select * from marks`.execute(database.reader)
  expect(rows).toEqual([])
})

test('whoever waits for a connection asks in the scope in which they began to wait', async () => {
  const database = await aDatabase()
  const shops = Array.from({ length: 20 }, (_, nth) => `shop ${nth}`)
  const answers = await Promise.all(shops.map((shop) => as({ 'app.shop': shop }, database)))
  expect(answers).toEqual(shops)
})

test('a transaction that is widened for a look is as narrow as before afterwards', async () => {
  const database = await aDatabase()
  const said = await inScope({ 'app.shop': 'a' }, () =>
    database.transaction(async (tx) => [
      await widenScope(tx, { 'app.shop': 'b', 'app.customer': 'c' }, () => whoAsks(tx)),
      await whoAsks(tx),
    ]),
  )
  expect(said).toEqual(['b c', 'a'])
})

test('a program that is one scope asks in it outside of every other', async () => {
  const database = await aDatabase({ scope: { 'app.shop': 'own' } })
  expect([await whoAsks(database.reader), await as({}, database)]).toEqual(['own', ''])
})
