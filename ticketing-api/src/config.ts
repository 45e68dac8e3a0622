import { port, readConfig } from '@event-sphere/kit/read-config'
import { z } from 'zod'

const webAddress = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/$/, ''))

const fields = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: 'is missing: postgres://user:password@host:port/name',
  }),
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(10),
  HOST: z.string().default('127.0.0.1'),
  TICKETING_PORT: port(4000),
  METRICS_PORT: port(4090),
  TICKETING_PUBLIC_URL: webAddress.optional(),
  SITE_PUBLIC_URL: webAddress.default('http://127.0.0.1:3000'),
  MPESA_BASE_URL: webAddress.default('http://127.0.0.1:4010'),
  MPESA_SHORTCODE: z
    .string()
    .regex(/^\d{5,7}$/, 'is the 5 to 7 digits of a Paybill')
    .default('174379'),
  MPESA_PASSKEY: z
    .string()
    .min(1)
    .default('bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919'),
  MPESA_CONSUMER_KEY: z.string().min(1).default('sandbox-consumer-key'),
  MPESA_CONSUMER_SECRET: z.string().min(1).default('sandbox-consumer-secret'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).default('smtp://127.0.0.1:4025'),
  MAIL_FROM: z.string().min(3).default('Event-Sphere <tickets@event-sphere.example>'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

/**
 * Safaricom's own hosts take callbacks only at https addresses in lower case without certain words.
 * Source: Daraja portal, "Customer To Business Register URL".
 */
const isReachableForSafaricom = ({ MPESA_BASE_URL, TICKETING_PUBLIC_URL = '' }: z.output<typeof fields>) => {
  if (!new URL(MPESA_BASE_URL).hostname.endsWith('safaricom.co.ke')) return true
  return (
    /^https:\/\/[^A-Z]+$/.test(TICKETING_PUBLIC_URL) &&
    !/m-?pesa|safaricom|exe|cmd|sql|query/.test(TICKETING_PUBLIC_URL)
  )
}

const settings = fields.refine(isReachableForSafaricom, {
  path: ['TICKETING_PUBLIC_URL'],
  message:
    'is where Safaricom calls back: https, lower case, without mpesa, safaricom, exe, cmd, sql or query',
})

/** The settings of the Ticketing API and of its worker; the plan's names where it gives them. */
export type Config = ReturnType<typeof readTicketingConfig>

export function readTicketingConfig(env: NodeJS.ProcessEnv) {
  const read = readConfig(settings, env)
  return {
    databaseUrl: read.DATABASE_URL,
    databaseConnections: read.DATABASE_CONNECTIONS,
    host: read.HOST,
    port: read.TICKETING_PORT,
    metricsPort: read.METRICS_PORT,
    publicUrl: read.TICKETING_PUBLIC_URL ?? `http://127.0.0.1:${read.TICKETING_PORT}`,
    sitePublicUrl: read.SITE_PUBLIC_URL,
    mpesa: {
      baseUrl: read.MPESA_BASE_URL,
      shortcode: read.MPESA_SHORTCODE,
      passkey: read.MPESA_PASSKEY,
      consumerKey: read.MPESA_CONSUMER_KEY,
      consumerSecret: read.MPESA_CONSUMER_SECRET,
    },
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM,
    logLevel: read.LOG_LEVEL,
  }
}
