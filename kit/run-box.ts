import { makeLog } from './log.ts'
import { ConfigFault } from './read-config.ts'

const longestDrainMilliseconds = 10_000

/**
 * Runs one box as a process. Invalid settings or a port in use end it with one line each; on SIGTERM it finishes its
 * work first.
 */
export async function runBox(box: string, start: () => Promise<{ close(): Promise<void> }>): Promise<void> {
  const log = makeLog({ box })
  try {
    const running = await start()
    const stop = async (signal: string) => {
      setTimeout(() => process.exit(1), longestDrainMilliseconds).unref()
      log.info({ signal }, 'stopping')
      await running.close()
      process.exit(0)
    }
    process.once('SIGTERM', (signal) => void stop(signal))
    process.once('SIGINT', (signal) => void stop(signal))
  } catch (fault) {
    for (const line of faultLines(fault)) log.fatal(line)
    process.exit(1)
  }
}

function faultLines(fault: unknown): string[] {
  if (fault instanceof ConfigFault) return fault.faults.map((line) => `setting ${line}`)
  if (fault instanceof Error && 'code' in fault && fault.code === 'EADDRINUSE') {
    return [
      `port ${'port' in fault ? fault.port : ''} is in use: stop the other process or choose another port`,
    ]
  }
  return [fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)]
}
