import { matterKind } from '@event-sphere/contract/matters'
import type { Reader } from '@event-sphere/kit/database/database'
import { Gauge, type Registry } from 'prom-client'
import { countOpen } from './store.ts'

/** A gauge of the open matters by kind, counted when somebody looks; a kind without any says 0. */
export function measureMatters(registry: Registry, reader: Reader): void {
  new Gauge({
    name: 'open_matters',
    help: 'What waits for a person, by kind',
    labelNames: ['kind'],
    registers: [registry],
    async collect() {
      const counts = new Map((await countOpen(reader)).map(({ kind, count }) => [kind, count]))
      for (const kind of matterKind.options) this.set({ kind }, counts.get(kind) ?? 0)
    },
  })
}
