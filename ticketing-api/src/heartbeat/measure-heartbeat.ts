import type { Reader } from '@event-sphere/kit/database/database'
import { Gauge, type Registry } from 'prom-client'
import { findSilence } from './store.ts'

/**
 * A gauge of the seconds since any worker ran a sweep, read when somebody looks. The API sells on without a worker, and
 * stays ready; but mails, lost callbacks and ended holds wait, so alarm at a few minutes.
 */
export function measureHeartbeat(registry: Registry, reader: Reader): void {
  new Gauge({
    name: 'worker_silent_seconds',
    help: 'Seconds since a worker last ran a sweep; infinite if none has for a week',
    registers: [registry],
    async collect() {
      this.set((await findSilence(reader)) ?? Number.POSITIVE_INFINITY)
    },
  })
}
