import { port, readConfig } from '@event-sphere/kit/read-config'
import { z } from 'zod'

const webAddress = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''))

const settings = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'is a postgres:// address'),
  SITE_PORT: port(3000),
  SITE_PUBLIC_URL: webAddress.optional(),
  /** Where the Ticketing API's worker reaches the site, when that differs. */
  SITE_WEBHOOK_URL: webAddress.optional(),
  TICKETING_API_BASE_URL: webAddress.default('http://127.0.0.1:4000/api'),
  /** Where a browser reaches the same API, when that differs; the gate is told this one. */
  TICKETING_API_BROWSER_URL: webAddress.optional(),
  TICKETING_API_TOKEN: z.string().min(16),
  TICKETING_ORGANIZATION_ID: z.string().regex(/^org_[0-9a-f]{32}$/, 'looks like org_ and 32 hex digits'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
})

export interface SiteConfig {
  databaseUrl: string
  port: number
  /** How people reach the site; without it, the address it listens on. */
  publicUrl?: string
  /** How the Ticketing API reaches the site; without it, it is not asked to say what happens. */
  webhookUrl?: string
  ticketing: { baseUrl: string; browserUrl?: string; token: string; organizationId: string }
  logLevel: z.output<typeof settings>['LOG_LEVEL']
}

/** @throws ConfigFault with one line for each bad setting. */
export function readSiteConfig(env: NodeJS.ProcessEnv = process.env): SiteConfig {
  const read = readConfig(settings, env)
  // React picks its fast build by this variable, at the moment it is first imported.
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

/** Webhooks go to https alone, unless the Ticketing API trusts the address. */
const openUrl = (url: string | undefined) => (url?.startsWith('https:') ? url : undefined)
