import { join } from 'node:path'
import type { BoxPlan } from './box.ts'
import type { StartConfig } from './config.ts'

/** The sandboxes' default credentials; the passkey is the one that Safaricom publishes for its own sandbox. */
const sandboxMpesa = {
  MPESA_SHORTCODE: '174379',
  MPESA_PASSKEY: 'bfb279f9aa9bdbcf158e97dd71a467cd2e0c893059b10f78e6b72ada1ed2c919',
  MPESA_CONSUMER_KEY: 'sandbox-consumer-key',
  MPESA_CONSUMER_SECRET: 'sandbox-consumer-secret',
}

/** The address of each part of the street on this machine. */
export function addressesOf({ ports }: StartConfig) {
  const at = (port: number) => `http://127.0.0.1:${port}`
  return {
    site: at(ports.SITE_PORT),
    gate: `${at(ports.SITE_PORT)}/gate`,
    ticketing: at(ports.TICKETING_PORT),
    mpesa: at(ports.SANDBOX_MPESA_PORT),
    mail: at(ports.SANDBOX_MAIL_PORT),
    smtp: `smtp://127.0.0.1:${ports.SANDBOX_SMTP_PORT}`,
  }
}

/** The processes of the street with their environment; the operator's settings take precedence. */
export function planBoxes(config: StartConfig, databaseUrl: string, env: NodeJS.ProcessEnv) {
  const addresses = addressesOf(config)
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const ports = Object.fromEntries(Object.entries(config.ports).map(([name, port]) => [name, String(port)]))
  const NODE_COMPILE_CACHE = join(config.root, 'node_modules', '.cache', 'node')
  const everyone = { NODE_COMPILE_CACHE, ...given, ...ports, NODE_ENV: 'production' }
  const mpesa = given.MPESA_BASE_URL ? {} : sandboxMpesa
  const ticketing = {
    ...mpesa,
    MPESA_BASE_URL: addresses.mpesa,
    SMTP_URL: addresses.smtp,
    TICKETING_PUBLIC_URL: addresses.ticketing,
    SITE_PUBLIC_URL: addresses.site,
    WEBHOOK_TRUSTED_URLS: `${addresses.site}/webhooks/ticketing`,
    ...everyone,
    DATABASE_URL: databaseUrl,
  }
  const api: BoxPlan = {
    name: 'ticketing-api',
    entry: 'ticketing-api/src/main.ts',
    env: ticketing,
    readyUrl: `${addresses.ticketing}/readyz`,
  }
  const worker: BoxPlan = { name: 'worker', entry: 'ticketing-api/src/worker.ts', env: ticketing }
  const mpesaSandbox: BoxPlan = {
    name: 'sandbox-mpesa',
    entry: 'sandbox/mpesa/main.ts',
    env: { ...sandboxMpesa, ...everyone },
    readyUrl: `${addresses.mpesa}/__sim/prompts`,
  }
  const mailSandbox: BoxPlan = {
    name: 'sandbox-mail',
    entry: 'sandbox/mail/main.ts',
    env: { SANDBOX_MAIL_FOLDER: join(config.dataDir, 'mail'), ...everyone },
    readyUrl: `${addresses.mail}/api/messages?limit=1`,
  }
  const site = (apiKey: string, organizationId: string): BoxPlan => ({
    name: 'site',
    entry: 'site/backend/main.ts',
    env: {
      SITE_PUBLIC_URL: addresses.site,
      SITE_WEBHOOK_URL: addresses.site,
      TICKETING_API_BASE_URL: `${addresses.ticketing}/api`,
      TICKETING_API_TOKEN: apiKey,
      TICKETING_ORGANIZATION_ID: organizationId,
      ...everyone,
      DATABASE_URL: databaseUrl,
    },
    readyUrl: `${addresses.site}/readyz`,
  })
  return { api, worker, mpesaSandbox, mailSandbox, site }
}

/** Programs that run to their end before the boxes start. */
export const preparations = {
  migrate: join('ticketing-api', 'src', 'migrate.ts'),
  createPlatformUser: join('ticketing-api', 'src', 'create-platform-user.ts'),
}
