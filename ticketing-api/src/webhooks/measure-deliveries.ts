import type { Reader } from '@event-sphere/kit/database/database'
import { Gauge, type Registry } from 'prom-client'
import { countUnfinished } from './delivery-store.ts'

/** A gauge of what waits to be sent, what failed and waits to be tried again, and what was given up in the last 30 days. */
export function measureDeliveries(registry: Registry, reader: Reader): void {
  new Gauge({
    name: 'webhook_deliveries',
    help: 'Deliveries to webhooks that have not arrived, by status',
    labelNames: ['status'],
    registers: [registry],
    async collect() {
      const counts = new Map((await countUnfinished(reader)).map(({ status, count }) => [status, count]))
      for (const status of ['pending', 'failed', 'dead'] as const)
        this.set({ status }, counts.get(status) ?? 0)
    },
  })
}
