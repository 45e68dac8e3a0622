import { runBox } from '@event-sphere/kit/run-box'
import { readSiteConfig } from './config.ts'

await runBox('site', async () => {
  const config = readSiteConfig()
  // Imported only now, because the settings decide which build of React is loaded.
  const { startSite } = await import('./app.ts')
  return startSite(config)
})
