import { expect, onTestFinished, test } from 'vitest'
import { createTestDatabase } from '../testing/test-database.ts'
import { type Database, openDatabase, sql } from './database.ts'
import { deleteInBatches } from './delete-in-batches.ts'

const open = (url: string) =>
  openDatabase({ url, schema: 'public', maxConnections: 2, onFault: (fault) => void fault })

async function aDatabase(): Promise<Database> {
  const prepare = async (url: string) => {
    const database = open(url)
    await sql`create table notes (number integer primary key, written_at timestamptz not null)`.execute(
      database.reader,
    )
    await sql`create index notes_by_time on notes using brin (written_at)`.execute(database.reader)
    await database.close()
  }
  const made = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '', { name: 'notes', prepare })
  const database = open(made.url)
  onTestFinished(async () => {
    await database.close()
    await made.drop()
  })
  return database
}

const firstDay = Date.parse('2026-01-01T00:00:00Z')
const dayNumber = (days: number) => new Date(firstDay + days * 86_400_000)

const writeNotes = (database: Database, days: number) =>
  sql`insert into notes
    select n, ${dayNumber(0)}::timestamptz + make_interval(days => n) from generate_series(0, ${days - 1}::int) n`.execute(
    database.reader,
  )
async function notesOf(database: Database): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`select number from notes order by number`.execute(
    database.reader,
  )
  return rows.map((row) => row.number)
}

test('old rows are deleted in separate batches and the others stay', async () => {
  const database = await aDatabase()
  await writeNotes(database, 100)
  const where = sql`written_at < ${dayNumber(95)}`
  expect(await deleteInBatches(database, { table: 'notes', where, batchSize: 10 })).toBe(95)
  expect(await notesOf(database)).toEqual([95, 96, 97, 98, 99])
})

test('a failed batch does not undo the batches before it', async () => {
  const database = await aDatabase()
  await writeNotes(database, 100)
  await sql`create table references_to (number integer references notes)`.execute(database.reader)
  await sql`insert into references_to values (35)`.execute(database.reader)
  const where = sql`written_at < ${dayNumber(95)}`
  await expect(deleteInBatches(database, { table: 'notes', where, batchSize: 10 })).rejects.toMatchObject({
    code: '23503',
  })
  expect(await notesOf(database)).toHaveLength(70)
})

test('when the time is up, the rest is left for the next round', async () => {
  const database = await aDatabase()
  await writeNotes(database, 100)
  const where = sql`written_at < ${dayNumber(95)}`
  const once = { table: 'notes', where, batchSize: 10, withinMilliseconds: 0 }
  expect(await deleteInBatches(database, once)).toBe(10)
  expect(await notesOf(database)).toHaveLength(90)
})

test('rows locked by another transaction are skipped', async () => {
  const database = await aDatabase()
  await writeNotes(database, 20)
  const where = sql`written_at < ${dayNumber(95)}`
  const deleted = await database.transaction(async (tx) => {
    await sql`select 1 from notes where number < 5 for update`.execute(tx)
    return deleteInBatches(database, { table: 'notes', where, batchSize: 10 })
  })
  expect(deleted).toBe(15)
})
