import { ConfigFault } from '@event-sphere/kit/read-config'
import { readSiteConfig } from './config.ts'

try {
  const config = readSiteConfig()
  // Only now: the settings decide which build of React the rest imports.
  const { startSite } = await import('./app.ts')
  const site = await startSite(config)
  const stop = async () => {
    await site.close()
    process.exit(0)
  }
  process.once('SIGTERM', () => void stop())
  process.once('SIGINT', () => void stop())
} catch (fault) {
  process.stderr.write(`${explain(fault)}\n`)
  process.exit(1)
}

function explain(fault: unknown): string {
  if (fault instanceof ConfigFault) return fault.faults.join('\n')
  if (!(fault instanceof Error)) return String(fault)
  const code = 'code' in fault ? fault.code : undefined
  if (code === 'EADDRINUSE') return 'SITE_PORT: the port is taken by another program'
  if (code === 'ERR_MODULE_NOT_FOUND') return `The screens are not built: ${fault.message}`
  return fault.stack ?? fault.message
}
