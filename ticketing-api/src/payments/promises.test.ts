import { expect, test } from 'vitest'
import { startApi } from '../cast/start-api.ts'
import { en, sw } from '../locales/catalogues.ts'

test('nobody is sent to Paybill: no door of ours takes money that comes that way', async () => {
  const api = await startApi()
  const document = await (await fetch(`${api.url}/api/openapi.json`)).text()
  expect(document).toContain('/payments/mpesa/stk-push')
  expect(document + JSON.stringify([en, sw])).not.toMatch(/paybill|pay bill/i)
})
