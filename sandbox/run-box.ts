import { BadSettings } from './read-settings.ts'

interface Box {
  close(): Promise<void>
}

function describe(fault: unknown): readonly string[] {
  if (fault instanceof BadSettings) return fault.faults
  return [fault instanceof Error ? fault.message : String(fault)]
}

/**
 * Runs a sandbox as a process: on a fault it prints one line each and exits with 1; otherwise it runs until SIGTERM or
 * SIGINT and exits with 0.
 */
export async function runBox(name: string, start: () => Promise<Box>): Promise<void> {
  try {
    const box = await start()
    const stop = (): void => {
      box.close().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    }
    process.once('SIGTERM', stop)
    process.once('SIGINT', stop)
  } catch (fault) {
    for (const line of describe(fault)) process.stderr.write(`${name}: ${line}\n`)
    process.exitCode = 1
  }
}
