import pg from 'pg'

export async function countTickets(databaseUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl, options: '-c app.reach=everything' })
  await client.connect()
  const { rows } = await client.query<{ count: string }>('select count(*) from ticketing.tickets')
  await client.end()
  return Number(rows[0]?.count)
}
