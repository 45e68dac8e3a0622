import { cpSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import type { TestProject } from 'vitest/node'
import { type Demonstration, readDemonstration } from './street/demonstration.ts'
import { breakGround, startStreet } from './street/start-street.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Addresses and accounts. */
    demonstration: Demonstration
    /** The street's own folder. */
    streetFolder: string
  }
}

/**
 * The street of all journeys: started for this run, or an already running one if JOURNEY_STREET is the path of its
 * demonstration.json.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = process.env.JOURNEY_STREET
  if (running) {
    project.provide('demonstration', readDemonstration(running))
    project.provide('streetFolder', dirname(resolve(running)))
    return async () => {}
  }
  const ground = await breakGround()
  try {
    const street = await startStreet(ground)
    project.provide('demonstration', street.demonstration)
    project.provide('streetFolder', street.dataDir)
    return async () => {
      if (project.vitest.state.getCountOfFailedTests() > 0) keepLogs(street.dataDir)
      await street.stop().finally(ground.clear)
    }
  } catch (fault) {
    ground.clear()
    throw fault
  }
}

/** Deletes the street's folder but keeps its logs for debugging. */
function keepLogs(dataDir: string): void {
  const [logs, kept] = [join(dataDir, 'logs'), join(tmpdir(), 'event-sphere-traces', 'logs')]
  if (!existsSync(logs)) return
  cpSync(logs, kept, { recursive: true })
  process.stderr.write(`the logs of the street: ${kept}\n`)
}
