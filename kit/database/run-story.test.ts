import { expect, onTestFinished, test } from 'vitest'
import { createTestDatabase } from '../testing/test-database.ts'
import { type Database, openDatabase, sql } from './database.ts'

async function aDatabase(): Promise<Database> {
  const prepare = async (url: string) => {
    const database = open(url)
    await sql`create table marks (mark text not null unique)`.execute(database.reader)
    await database.close()
  }
  const made = await createTestDatabase(process.env.TEST_DATABASE_URL ?? '', { name: 'marks', prepare })
  const database = open(made.url)
  onTestFinished(async () => {
    await database.close()
    await made.drop()
  })
  return database
}

function open(url: string): Database {
  const onFault = (fault: Error) => {
    throw fault
  }
  return openDatabase({ url, schema: 'public', maxConnections: 2, onFault })
}

const mark = (text: string) => sql`insert into marks values (${text})`
async function marksOf(database: Database): Promise<string[]> {
  const { rows } = await sql<{ mark: string }>`select mark from marks order by mark`.execute(database.reader)
  return rows.map((row) => row.mark)
}

test('statements sent together run in the order in which they were sent', async () => {
  const database = await aDatabase()
  const counts = await database.pipeline(async (tx) => {
    const count = async () => (await sql`select mark from marks`.execute(tx)).rows.length
    const [before, , between, , after] = await Promise.all([
      count(),
      mark('a').execute(tx),
      count(),
      mark('b').execute(tx),
      count(),
    ])
    return [before, between, after]
  })
  expect(counts).toEqual([0, 1, 2])
  expect(await marksOf(database)).toEqual(['a', 'b'])
})

test('one failed statement undoes them all, and the connection can be used again', async () => {
  const database = await aDatabase()
  const twice = database.pipeline(async (tx) => {
    await Promise.all([mark('a').execute(tx), mark('a').execute(tx), mark('b').execute(tx)])
  })
  await expect(twice).rejects.toMatchObject({ code: '23505' })
  expect(await marksOf(database)).toEqual([])
  await database.pipeline((tx) => mark('c').execute(tx))
  expect(await marksOf(database)).toEqual(['c'])
})

test('a failure that the story ignores is not reported as success', async () => {
  const database = await aDatabase()
  const careless = database.pipeline(async (tx) => {
    await mark('a').execute(tx)
    await mark('a')
      .execute(tx)
      .catch(() => undefined)
  })
  await expect(careless).rejects.toMatchObject({ code: '23505' })
  expect(await marksOf(database)).toEqual([])
})

test('a story that throws changes nothing', async () => {
  const database = await aDatabase()
  const thrown = database.pipeline(async (tx) => {
    await mark('a').execute(tx)
    throw new Error('no')
  })
  await expect(thrown).rejects.toThrow('no')
  expect(await marksOf(database)).toEqual([])
})

const kinds = ['pipeline', 'transaction'] as const

test.each(kinds)('the handle of an ended %s writes nothing', async (kind) => {
  const database = await aDatabase()
  const kept = await database[kind](async (tx) => [tx])
  for (const tx of kept) await expect(mark('late').execute(tx)).rejects.toThrow('after the end')
  expect(await marksOf(database)).toEqual([])
})

test.each(kinds)('a branch of a %s that runs on after its failure writes nothing', async (kind) => {
  const database = await aDatabase()
  let lagging: Promise<unknown> | undefined
  let goOn = () => {}
  const other = new Promise<void>((resolve) => {
    goOn = resolve
  })
  const failing = database[kind](async (tx) => {
    lagging = other.then(() => mark('late').execute(tx))
    await Promise.all([lagging, sql`select 1 / 0`.execute(tx)])
  })
  await expect(failing).rejects.toMatchObject({ code: '22012' })
  goOn()
  await expect(lagging).rejects.toThrow('after the end')
  // The next user of the connection is not written into either.
  await database.transaction((tx) => mark('next').execute(tx))
  expect(await marksOf(database)).toEqual(['next'])
})

test.each(kinds)(
  'statements of a %s that are not awaited are committed with it, or nothing is',
  async (kind) => {
    const database = await aDatabase()
    await database[kind](async (tx) => void mark('a').execute(tx))
    expect(await marksOf(database)).toEqual(['a'])
    const failing = database[kind](async (tx) => {
      mark('b').execute(tx)
      mark('a')
        .execute(tx)
        .catch(() => undefined)
    })
    await expect(failing).rejects.toMatchObject({ code: '23505' })
    expect(await marksOf(database)).toEqual(['a'])
  },
)

test.each(kinds)('the first fault of a %s is reported, not its consequences', async (kind) => {
  const database = await aDatabase()
  const readOnly = database[kind](async (tx) => {
    await sql`set transaction read only`.execute(tx)
    // The first branch learns of its fault later than the second learns of the consequence.
    const first = async () => {
      await Promise.resolve(mark('a').execute(tx)).then((all) => all)
    }
    await Promise.all([first().then(() => undefined), mark('b').execute(tx)])
  })
  await expect(readOnly).rejects.toMatchObject({ code: '25006' })
})

test('a read-only connection is discarded', async () => {
  const database = await aDatabase()
  const session = async () =>
    (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database.reader)).rows[0]?.pid
  const before = await session()
  await sql`set default_transaction_read_only = on`.execute(database.reader)
  await expect(mark('a').execute(database.reader)).rejects.toMatchObject({ code: '25006' })
  await mark('b').execute(database.reader)
  expect(await session()).not.toBe(before)
})

test.each(kinds)(
  'a connection that breaks inside a %s fails only that one, and the process keeps running',
  async (kind) => {
    const database = await aDatabase()
    const broken = database[kind](async (tx) => {
      await mark('a').execute(tx)
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx)
      await mark('b').execute(tx)
    })
    await expect(broken).rejects.toThrow()
    expect(await marksOf(database)).toEqual([])
    await database[kind]((tx) => mark('c').execute(tx))
    expect(await marksOf(database)).toEqual(['c'])
  },
)
