import { email, newPassword } from '@event-sphere/contract/values/text'
import { openDatabase } from '@event-sphere/kit/database/database'
import type { Log } from '@event-sphere/kit/log'
import { readConfig } from '@event-sphere/kit/read-config'
import { runTask } from '@event-sphere/kit/run-task'
import { z } from 'zod'
import { ensurePlatformUser } from './auth/ensure-platform-user.ts'
import { everything } from './call/scope.ts'

const settings = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  PLATFORM_EMAIL: email,
  PLATFORM_PASSWORD: newPassword,
})

/** Makes the account that runs the installation, or gives it its password back; may be run again and again. */
async function createPlatformUser(log: Log): Promise<void> {
  const read = readConfig(settings, process.env)
  const onFault = (fault: Error) => log.error({ err: fault }, 'database error')
  const database = openDatabase({
    ...{ url: read.DATABASE_URL, schema: 'ticketing', maxConnections: 1 },
    scope: everything,
    onFault,
  })
  try {
    const wanted = { email: read.PLATFORM_EMAIL, password: read.PLATFORM_PASSWORD }
    const hasChanged = await ensurePlatformUser({ database }, wanted)
    log.info(`the platform user ${wanted.email} ${hasChanged ? 'is ready' : 'was ready before'}`)
  } finally {
    await database.close()
  }
}

await runTask('create-platform-user', createPlatformUser)
