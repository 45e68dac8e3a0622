import { fastify, LogController } from 'fastify'
import { apiRoutes } from './api.ts'
import { openMailFolder } from './mail-folder.ts'
import { Mailbox } from './mailbox.ts'
import { pageRoutes } from './page/routes.ts'
import { SmtpDoor } from './smtp-door.ts'

export interface MailSandboxOptions {
  readonly host?: string | undefined
  /** 0 means any free port. */
  readonly httpPort?: number | undefined
  readonly smtpPort?: number | undefined
  /** Where messages are kept across restarts; without it they are only in memory. */
  readonly folder?: string | undefined
  readonly logLevel?: string | undefined
}

export interface RunningMailSandbox {
  /** Address of the mailbox page and JSON API, without a trailing slash. */
  readonly url: string
  readonly smtpUrl: string
  close(): Promise<void>
}

/** Starts a mail server that delivers nothing and shows everything. */
export async function startMailSandbox(options: MailSandboxOptions = {}): Promise<RunningMailSandbox> {
  const host = options.host ?? '127.0.0.1'
  const mailbox = new Mailbox(options.folder ? { folder: openMailFolder(options.folder) } : {})
  await mailbox.reopen()
  const door = new SmtpDoor(mailbox, host, options.smtpPort ?? 0)
  const app = fastify({
    logger: { level: 'silent' },
    // URLs here contain phone numbers and e-mail addresses.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
    forceCloseConnections: 'idle',
  })
  apiRoutes(app, mailbox, door)
  pageRoutes(app, mailbox)
  const close = async (): Promise<void> => {
    await Promise.all([app.close(), door.close()])
  }
  try {
    await door.open()
    const url = await app.listen({ host, port: options.httpPort ?? 0 })
    app.log.level = options.logLevel ?? 'silent'
    app.log.info({ url, smtpUrl: door.url }, 'mail sandbox listening')
    return { url, smtpUrl: door.url, close }
  } catch (fault) {
    await close()
    throw fault
  }
}
