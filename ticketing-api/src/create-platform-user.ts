import { email, newPassword } from '@event-sphere/contract/values/text'
import { openDatabase } from '@event-sphere/kit/database/database'
import { makeLog } from '@event-sphere/kit/log'
import { ConfigFault, readConfig } from '@event-sphere/kit/read-config'
import { z } from 'zod'
import { ensurePlatformUser } from './auth/ensure-platform-user.ts'

const settings = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  PLATFORM_EMAIL: email,
  PLATFORM_PASSWORD: newPassword,
})

const log = makeLog('create-platform-user')

/** Makes the account that runs the installation, or gives it its password back; may be run again and again. */
async function createPlatformUser(env: NodeJS.ProcessEnv): Promise<void> {
  const read = readConfig(settings, env)
  const onFault = (fault: Error) => log.error({ err: fault }, 'database')
  const database = openDatabase({ url: read.DATABASE_URL, schema: 'ticketing', maxConnections: 1, onFault })
  try {
    const wanted = { email: read.PLATFORM_EMAIL, password: read.PLATFORM_PASSWORD }
    const hasChanged = await ensurePlatformUser({ database }, wanted)
    log.info(`the platform user ${wanted.email} ${hasChanged ? 'is ready' : 'was ready before'}`)
  } finally {
    await database.close()
  }
}

try {
  await createPlatformUser(process.env)
} catch (fault) {
  const faults =
    fault instanceof ConfigFault ? fault.faults : [fault instanceof Error ? fault.message : String(fault)]
  for (const line of faults) log.fatal(line)
  process.exitCode = 1
}
