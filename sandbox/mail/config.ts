import { z } from 'zod'
import { logLevelSetting, portSetting, readSettings } from '../read-settings.ts'
import type { MailSandboxOptions } from './app.ts'

const settings = z.object({
  SANDBOX_MAIL_PORT: portSetting.default(4020),
  SANDBOX_SMTP_PORT: portSetting.default(4025),
  SANDBOX_MAIL_FOLDER: z.string().optional(),
  LOG_LEVEL: logLevelSetting.default('info'),
})

export function readConfig(environment: NodeJS.ProcessEnv = process.env): MailSandboxOptions {
  const given = readSettings(settings, environment)
  return {
    httpPort: given.SANDBOX_MAIL_PORT,
    smtpPort: given.SANDBOX_SMTP_PORT,
    folder: given.SANDBOX_MAIL_FOLDER,
    logLevel: given.LOG_LEVEL,
  }
}
