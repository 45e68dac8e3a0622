import pg from 'pg'

/**
 * Shifts the database's clock by this many milliseconds, for every process at once. For demonstrations and tests only.
 */
export async function moveClock(databaseUrl: string, offsetMilliseconds: number): Promise<void> {
  const offset = Math.round(offsetMilliseconds)
  if (!Number.isSafeInteger(offset))
    throw new Error('the clock offset must be a whole number of milliseconds')
  await replaceClock(databaseUrl, `select clock_timestamp() + interval '${offset} milliseconds'`)
}

/** Returns the database to its own clock. */
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
