import { buildApp } from './app.ts'
import type { Route } from './call/route.ts'
import type { Context } from './context.ts'
import { startHealth } from './http/health.ts'
import { migrateTicketing } from './migrate.ts'
import { type ContextOptions, openContext } from './open-context.ts'
import { allRoutes } from './routes.ts'

export interface RunningApi {
  url: string
  ctx: Context
  close(): Promise<void>
}

/**
 * Starts the Ticketing API: migrates, listens, answers. Closing lets the calls in hand finish first; those that only wait for
 * news are answered as things stand.
 */
export async function startTicketingApi(
  options: Omit<ContextOptions, 'isWorker'> & { moreRoutes?: readonly Route[] },
): Promise<RunningApi> {
  const { config, log } = options
  await migrateTicketing(config.databaseUrl)
  const { ctx, close } = await openContext({ ...options, isWorker: false })
  const app = await buildApp(ctx, [...allRoutes, ...(options.moreRoutes ?? [])])
  const metrics = await startHealth(app, ctx)
  const url = await app.listen({ host: config.host, port: config.port })
  log.info({ url }, 'listening')
  return {
    url,
    ctx,
    close: async () => {
      await app.close()
      await metrics.close()
      await close()
    },
  }
}
