import { z } from 'zod'
import { logLevelSetting, portSetting, readSettings, switchSetting } from '../read-settings.ts'
import type { MpesaSandboxOptions } from './options.ts'

const settings = z.object({
  SANDBOX_MPESA_PORT: portSetting.default(4010),
  SANDBOX_SPEED: z.coerce
    .number()
    .refine((speed) => speed === 0 || (speed >= 0.1 && speed <= 10_000), 'must be 0, or from 0.1 to 10000')
    .default(1),
  SANDBOX_SEED: z.coerce.number().int().optional(),
  SANDBOX_QUERY_BUSY_RATE: z.coerce.number().min(0).max(1).optional(),
  SANDBOX_SAME_AMOUNT_RULE: switchSetting.optional(),
  SANDBOX_SAME_AMOUNT_AFTER_ANY_PROMPT: switchSetting.optional(),
  SANDBOX_LOCK_SECONDS: z.coerce.number().min(0).max(3600).optional(),
  SANDBOX_BUSINESS_NAME: z.string().max(60).optional(),
  MPESA_SHORTCODE: z
    .string()
    .regex(/^\d{5,7}$/, 'must be 5 to 7 digits')
    .optional(),
  MPESA_PASSKEY: z.string().optional(),
  MPESA_CONSUMER_KEY: z.string().optional(),
  MPESA_CONSUMER_SECRET: z.string().optional(),
  LOG_LEVEL: logLevelSetting.default('info'),
})

/** Reads the options that are set; the rest have the sandbox's defaults. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): MpesaSandboxOptions {
  const given = readSettings(settings, environment)
  const rules = {
    ...(given.SANDBOX_SEED !== undefined && { seed: given.SANDBOX_SEED }),
    ...(given.SANDBOX_QUERY_BUSY_RATE !== undefined && { queryBusyRate: given.SANDBOX_QUERY_BUSY_RATE }),
    ...(given.SANDBOX_SAME_AMOUNT_AFTER_ANY_PROMPT !== undefined && {
      sameAmountAfterAnyPrompt: given.SANDBOX_SAME_AMOUNT_AFTER_ANY_PROMPT,
    }),
    ...(given.SANDBOX_LOCK_SECONDS !== undefined && { lockSeconds: given.SANDBOX_LOCK_SECONDS }),
    ...(given.SANDBOX_SAME_AMOUNT_RULE !== undefined && { sameAmountRule: given.SANDBOX_SAME_AMOUNT_RULE }),
  }
  return {
    port: given.SANDBOX_MPESA_PORT,
    speed: given.SANDBOX_SPEED,
    businessName: given.SANDBOX_BUSINESS_NAME,
    shortcode: given.MPESA_SHORTCODE,
    passkey: given.MPESA_PASSKEY,
    consumerKey: given.MPESA_CONSUMER_KEY,
    consumerSecret: given.MPESA_CONSUMER_SECRET,
    logLevel: given.LOG_LEVEL,
    rules,
  }
}
