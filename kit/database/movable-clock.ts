import pg from 'pg'

/** Sets the database's clock off by so many milliseconds, for every process at once. Demonstrations and tests only. */
export async function moveClock(databaseUrl: string, offsetMilliseconds: number): Promise<void> {
  const offset = Math.round(offsetMilliseconds)
  if (!Number.isSafeInteger(offset)) throw new Error('The clock moves by whole milliseconds.')
  await replaceClock(databaseUrl, `select clock_timestamp() + interval '${offset} milliseconds'`)
}

/** Gives the database its own clock back. */
export async function resetClock(databaseUrl: string): Promise<void> {
  await replaceClock(databaseUrl, 'select clock_timestamp()')
}

async function replaceClock(databaseUrl: string, body: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(
      `create or replace function clock.now() returns timestamptz language sql volatile as $clock$${body}$clock$`,
    )
  } finally {
    await client.end()
  }
}
