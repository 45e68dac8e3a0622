import { port, readConfig } from '@event-sphere/kit/read-config'
import { z } from 'zod'

const webAddress = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''))

const settings = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address'),
  SITE_PORT: port(3000),
  SITE_PUBLIC_URL: webAddress.optional(),
  /** The site's address for the Ticketing API's worker, if it differs. */
  SITE_WEBHOOK_URL: webAddress.optional(),
  TICKETING_API_BASE_URL: webAddress.default('http://127.0.0.1:4000/api'),
  /** The same API's address for browsers, if it differs; used by the gate. */
  TICKETING_API_BROWSER_URL: webAddress.optional(),
  TICKETING_API_TOKEN: z.string().min(16),
  TICKETING_ORGANIZATION_ID: z.string().regex(/^org_[0-9a-f]{32}$/, 'must be org_ and 32 hex digits'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
})

export interface SiteConfig {
  databaseUrl: string
  port: number
  /** The site's public address; by default the address it listens on. */
  publicUrl?: string
  /** The site's address for the Ticketing API; without it, no webhook is created. */
  webhookUrl?: string
  ticketing: { baseUrl: string; browserUrl?: string; token: string; organizationId: string }
  logLevel: z.output<typeof settings>['LOG_LEVEL']
}

/** @throws ConfigFault with one line for each invalid setting. */
export function readSiteConfig(env: NodeJS.ProcessEnv = process.env): SiteConfig {
  const read = readConfig(settings, env)
  // React chooses its production build by this variable when it is first imported.
  env.NODE_ENV ??= 'production'
  const webhookUrl = read.SITE_WEBHOOK_URL ?? openUrl(read.SITE_PUBLIC_URL)
  return {
    databaseUrl: read.DATABASE_URL,
    port: read.SITE_PORT,
    ...(read.SITE_PUBLIC_URL && { publicUrl: read.SITE_PUBLIC_URL }),
    ...(webhookUrl && { webhookUrl }),
    ticketing: {
      baseUrl: read.TICKETING_API_BASE_URL,
      ...(read.TICKETING_API_BROWSER_URL && { browserUrl: read.TICKETING_API_BROWSER_URL }),
      token: read.TICKETING_API_TOKEN,
      organizationId: read.TICKETING_ORGANIZATION_ID,
    },
    logLevel: read.LOG_LEVEL,
  }
}

/** Webhooks need https, unless the Ticketing API trusts the address. */
const openUrl = (url: string | undefined) => (url?.startsWith('https:') ? url : undefined)
