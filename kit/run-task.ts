import { type Log, makeLog } from './log.ts'
import { ConfigFault } from './read-config.ts'

/** Runs a program that does one thing and ends: errors are logged one per line and the exit code is 1. */
export async function runTask(name: string, task: (log: Log) => Promise<void>): Promise<void> {
  const log = makeLog({ box: name })
  try {
    await task(log)
  } catch (fault) {
    for (const line of faultLines(fault)) log.fatal(line)
    process.exitCode = 1
  }
}

function faultLines(fault: unknown): string[] {
  if (fault instanceof ConfigFault) return fault.faults
  return [fault instanceof Error ? fault.message : String(fault)]
}
