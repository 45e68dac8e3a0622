import { runBox } from '@event-sphere/kit/run-box'
import { readSiteConfig } from './config.ts'

await runBox('site', async () => {
  const config = readSiteConfig()
  // Only now: the settings decide which build of React the rest imports.
  const { startSite } = await import('./app.ts')
  return startSite(config)
})
