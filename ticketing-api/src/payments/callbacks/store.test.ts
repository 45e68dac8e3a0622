import type { Tx } from '@event-sphere/kit/database/database'
import { newUuid } from '@event-sphere/kit/ids'
import { createQueryId, type KyselyPlugin } from 'kysely'
import { expect, test } from 'vitest'
import { hashSecret } from '../../hash-secret.ts'
import { aPromptedPurchase, aSale } from '../cast.ts'
import { keepCallbacks, type NewCallback } from './store.ts'

const aCallback = (token: string, body: string): NewCallback => ({
  id: newUuid(),
  tokenHash: hashSecret(token),
  body,
  shortcode: undefined,
  source: 'test',
})

test('of a group, what strangers write is neither kept nor sent to the database', async () => {
  const { api, summit } = await aSale()
  const { purchase } = await aPromptedPurchase(api, summit)
  const token = api.mpesa.promptOf(purchase).callbackUrl.split('/').at(-1) ?? ''
  const own = aCallback(token, 'from Safaricom')
  const strange = Array.from({ length: 20 }, (_, at) => aCallback(`stranger ${at}`, 'from a stranger'))

  const { kept, sent } = await api.ctx.database.transaction(async (tx) => {
    const seen: unknown[] = []
    const watch: KyselyPlugin = {
      transformQuery: ({ node }) => {
        seen.push(...tx.getExecutor().compileQuery(node, createQueryId()).parameters)
        return node
      },
      transformResult: async ({ result }) => result,
    }
    const keptNow = await keepCallbacks(tx.withPlugin(watch) as Tx, [...strange, own])
    return { kept: keptNow, sent: JSON.stringify(seen) }
  })

  expect([...kept]).toEqual([own.id])
  expect(sent).toContain('from Safaricom')
  expect(sent).not.toContain('from a stranger')
})
