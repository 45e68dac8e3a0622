import type { Config } from '@react-router/dev/config'

export default {
  appDirectory: 'client',
  ssr: true,
  // One request learns all routes; attendee screens ship no router to learn them lazily.
  routeDiscovery: { mode: 'initial' },
} satisfies Config
