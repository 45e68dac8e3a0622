import { isIP } from 'node:net'
import { port, readConfig } from '@event-sphere/kit/read-config'
import { z } from 'zod'

const webAddress = z
  .url({ protocol: /^https?$/, error: 'must be a web address, http://… or https://…' })
  .transform((text) => text.replace(/\/$/, ''))

/** What the sandbox accepts unless told otherwise; the passkey is the one that Safaricom prints for its own sandbox. */
const ofTheSandbox = {
  MPESA_SHORTCODE: '174379',
  MPESA_PASSKEY: 'bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919',
  MPESA_CONSUMER_KEY: 'sandbox-consumer-key',
  MPESA_CONSUMER_SECRET: 'sandbox-consumer-secret',
}

const isAddressRange = (text: string) => {
  const [address = '', bits = '0', ...more] = text.split('/')
  const most = isIP(address) === 4 ? 32 : 128
  return isIP(address) !== 0 && more.length === 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most
}

const isWholeUrl = (text: string) =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).href === text

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
    .default(ofTheSandbox.MPESA_SHORTCODE),
  MPESA_PASSKEY: z.string().min(1).default(ofTheSandbox.MPESA_PASSKEY),
  MPESA_CONSUMER_KEY: z.string().min(1).default(ofTheSandbox.MPESA_CONSUMER_KEY),
  MPESA_CONSUMER_SECRET: z.string().min(1).default(ofTheSandbox.MPESA_CONSUMER_SECRET),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'must be a mail server, smtp://host:port or smtps://…' })
    .default('smtp://127.0.0.1:4025'),
  MAIL_FROM: z.string().min(3).default('Event-Sphere <tickets@event-sphere.example>'),
  /** Peers whose word about the visitor is believed: X-Forwarded-For and X-Visitor-Browser. */
  TRUSTED_PROXIES: z
    .string()
    .default('127.0.0.0/8,::1')
    .transform((text) => text.split(',').map((part) => part.trim()))
    .refine(
      (ranges) => ranges.every(isAddressRange),
      'is addresses or ranges (10.0.0.0/8), with commas between',
    ),
  /**
   * Webhooks at exactly these addresses are reached as they are, over http or inside a network too: that of the street's own
   * site. Any organization may name them, so they must be of programs that believe signatures alone.
   */
  WEBHOOK_TRUSTED_URLS: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((part) => part.trim() || []))
    .refine(
      (urls) => urls.every(isWholeUrl),
      'is whole addresses (http://127.0.0.1:3000/webhooks/ticketing), with commas between',
    ),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

type Fields = z.output<typeof fields>

/** The host of Safaricom that is asked for prompts, if it is one: `api.…` moves money, `sandbox.…` does not. */
function safaricomHost(address: unknown): string | undefined {
  if (typeof address !== 'string' || !URL.canParse(address)) return undefined
  const { hostname } = new URL(address)
  return /(^|\.)safaricom\.co\.ke$/.test(hostname) ? hostname : undefined
}

/**
 * Safaricom's own hosts take callbacks only at https addresses in lower case without certain words.
 * Source: Daraja portal, "Customer To Business Register URL".
 */
function isReachableForSafaricom({ TICKETING_PUBLIC_URL = '' }: Partial<Fields>): boolean {
  return (
    /^https:\/\/[^A-Z]+$/.test(TICKETING_PUBLIC_URL) &&
    !/m-?pesa|safaricom|exe|cmd|sql|query/.test(TICKETING_PUBLIC_URL)
  )
}

/** Secrets that are printed in public open nothing at Safaricom; its sandbox does take the shortcode and the passkey. */
function listSandboxSecrets(read: Partial<Fields>, host: string): (keyof typeof ofTheSandbox)[] {
  const printed = ['MPESA_SHORTCODE', 'MPESA_PASSKEY']
  const names = Object.keys(ofTheSandbox) as (keyof typeof ofTheSandbox)[]
  return names.filter((name) => {
    if (host === 'sandbox.safaricom.co.ke' && printed.includes(name)) return false
    return read[name] === ofTheSandbox[name]
  })
}

/** What only the settings together can show; asked for even if one of them alone is bad, so that all is told at once. */
const settings = fields.check(
  z.superRefine(
    (read: Partial<Fields>, found) => {
      const host = safaricomHost(read.MPESA_BASE_URL)
      if (!host) return
      if (!isReachableForSafaricom(read)) {
        const message =
          'is where Safaricom calls back: https, lower case, without mpesa, safaricom, exe, cmd, sql or query'
        found.addIssue({ code: 'custom', path: ['TICKETING_PUBLIC_URL'], message })
      }
      for (const name of listSandboxSecrets(read, host)) {
        const message = `is the sandbox's; ${host} gives you your own`
        found.addIssue({ code: 'custom', path: [name], message })
      }
    },
    { when: () => true },
  ),
)

/** The settings of the Ticketing API and of its worker; with the plan's names if it has any. */
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
    trustedProxies: read.TRUSTED_PROXIES,
    webhookTrustedUrls: read.WEBHOOK_TRUSTED_URLS,
    logLevel: read.LOG_LEVEL,
  }
}
