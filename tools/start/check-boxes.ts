import { readConfig as readMailConfig } from '@event-sphere/sandbox/mail/config'
import { readConfig as readMpesaConfig } from '@event-sphere/sandbox/mpesa/config'
import { readSiteConfig } from '@event-sphere/site/backend/config'
import { readTicketingConfig } from '@event-sphere/ticketing-api/config'
import type { StartConfig } from './config.ts'
import { planBoxes } from './plan-boxes.ts'

/** Placeholders for what is unknown before the street runs, such as a key and an organization id. */
const databaseUrl = 'postgres://user:password@127.0.0.1:5432/event_sphere'
const site = { key: 'es_live_to_be_made', organizationId: `org_${'0'.repeat(32)}` }

/** Checks the settings of every box as the box itself will, and returns one line for each fault. */
export function checkBoxes(config: StartConfig, env: NodeJS.ProcessEnv): string[] {
  const boxes = planBoxes(config, databaseUrl, env)
  return [
    ...faultsOf(readTicketingConfig, boxes.api.env),
    ...faultsOf(readSiteConfig, boxes.site(site.key, site.organizationId).env),
    ...faultsOf(readMpesaConfig, boxes.mpesaSandbox.env),
    ...faultsOf(readMailConfig, boxes.mailSandbox.env),
  ]
}

function faultsOf(read: (env: NodeJS.ProcessEnv) => unknown, env: NodeJS.ProcessEnv): string[] {
  try {
    read(env)
    return []
  } catch (fault) {
    if (fault instanceof Error && 'faults' in fault && Array.isArray(fault.faults)) return fault.faults
    throw fault
  }
}

/** The first line about each setting: several boxes may read the same one. */
export function oneLineEach(lines: readonly string[]): string[] {
  const settingOf = (line: string) => line.split(':', 1)[0]
  return lines.filter((line, place) => {
    return lines.findIndex((other) => settingOf(other) === settingOf(line)) === place
  })
}
