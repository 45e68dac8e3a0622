import pg from 'pg'
import { openScene, type Scene } from '../scene/open-scene.ts'
import { type Backlog, fillBacklog } from './fill-backlog.ts'
import { type Crowd, fillEvent } from './fill-event.ts'
import { sellModels } from './sell-models.ts'

export interface GrownScene extends Scene {
  /** Creates work for the sweeps. */
  fillBacklog(): Promise<void>
}

/** A scene whose event has already sold many tickets. */
export async function openGrownScene(crowd: Crowd, backlog: Backlog): Promise<GrownScene> {
  const scene = await openScene()
  try {
    const models = await sellModels(scene)
    let fillings = 0
    await withClient(scene.databaseUrl, async (client) => {
      await fillEvent(client, models, crowd)
      // The server would do this by itself some minutes after so many rows.
      await client.query('vacuum analyze')
    })
    return {
      ...scene,
      fillBacklog: () =>
        withClient(scene.databaseUrl, (client) => fillBacklog(client, models, backlog, fillings++)),
    }
  } catch (fault) {
    await scene.close()
    throw fault
  }
}

/** One line for each invariant view that lists something; a view may take a minute. */
export async function listBroken(databaseUrl: string): Promise<string[]> {
  return withClient(databaseUrl, async (client) => {
    const { rows: views } = await client.query<{ name: string }>(
      `select viewname as name from pg_views where schemaname = 'ticketing' and viewname like 'inv\\_%'`,
    )
    await client.query(`set statement_timeout = '1min'`)
    const broken: string[] = []
    for (const { name } of views) {
      const count = await client
        .query<{ count: string }>(`select count(*) from ${name}`)
        .then(({ rows }) => rows[0]?.count, String)
      if (count !== '0') broken.push(`${name} lists ${count}`)
    }
    return broken
  })
}

/** Opens a separate connection to the API's tables. */
export async function withClient<T>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const options = '-c search_path=ticketing -c app.reach=everything'
  const client = new pg.Client({ connectionString: databaseUrl, options })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
