import { expect, test } from 'vitest'
import { aSandbox } from '../cast.ts'

type Sandbox = Awaited<ReturnType<typeof aSandbox>>

async function resultOf(sandbox: Sandbox, checkoutRequestId: unknown): Promise<unknown> {
  const { json } = await sandbox.query(checkoutRequestId)
  return json.ResultCode === '4999' || json.errorCode ? 'in flight' : json.ResultCode
}

test.each([
  ['001', '0', 5, 17],
  ['002', '2001', 12, 12],
  ['003', '1032', 27, 27],
  ['004', '1037', 60, 60],
  ['005', '1037', 26, 26],
  ['006', '1', 8, 8],
  ['007', '4', 8, 8],
  ['008', '1019', 60, 60],
  ['009', '26', 5, 5],
  ['010', '8006', 10, 10],
  ['011', '8', 8, 8],
  ['012', 'E3008', 8, 8],
  ['013', '1025', 3, 3],
  ['678', '1037', 60, 60],
])(
  'a number ending in %s gets %s, not before %d and not after %d seconds',
  async (digits, code, from, to) => {
    const sandbox = await aSandbox()
    const { json } = await sandbox.push({ PhoneNumber: `254712345${digits}` })
    await sandbox.advance(from - 0.5)
    expect(await resultOf(sandbox, json.CheckoutRequestID)).toBe('in flight')
    await sandbox.advance(to - from + 1)
    expect(await resultOf(sandbox, json.CheckoutRequestID)).toBe(code)
  },
)

test.each(['254733000001', '254101000001', '254770000001', '254782000001'])(
  'another network cannot be reached: %s',
  async (PhoneNumber) => {
    const sandbox = await aSandbox()
    const { json } = await sandbox.push({ PhoneNumber })
    expect(await sandbox.answer(json.CheckoutRequestID, 'approve')).toMatchObject({ status: 409 })
    await sandbox.advance(26)
    expect(await resultOf(sandbox, json.CheckoutRequestID)).toBe('1037')
  },
)

test.each([
  ['a paybill that is not the shortcode', { PartyB: '600000' }, '2028'],
  ['an unregistered till', { TransactionType: 'CustomerBuyGoodsOnline', PartyB: '600000' }, '2028'],
  ['more than 250,000', { Amount: '250001' }, '3'],
  ['a prompt of more than 182 letters', { AccountReference: 'A'.repeat(160) }, '1025'],
])('%s is accepted and fails later', async (_case, fields, code) => {
  const sandbox = await aSandbox()
  const { status, json } = await sandbox.push({ PhoneNumber: '254712345001', ...fields })
  expect(status).toBe(200)
  await sandbox.advance(3)
  expect(await resultOf(sandbox, json.CheckoutRequestID)).toBe(code)
})

test('a registered till is paid', async () => {
  const sandbox = await aSandbox({ tills: ['600001'] })
  const till = { TransactionType: 'CustomerBuyGoodsOnline', PartyB: '600001', AccountReference: undefined }
  const { json } = await sandbox.push({ PhoneNumber: '254712345001', ...till })
  await sandbox.advance(20)
  expect(await resultOf(sandbox, json.CheckoutRequestID)).toBe('0')
})

async function pays(sandbox: Sandbox, amount: string): Promise<unknown> {
  const { json } = await sandbox.push({ PhoneNumber: '254712345001', Amount: amount })
  await sandbox.advance(17)
  return resultOf(sandbox, json.CheckoutRequestID)
}

test('a customer who pays the same amount again within two minutes gets 17', async () => {
  const sandbox = await aSandbox()
  expect(await pays(sandbox, '1500')).toBe('0')
  expect(await pays(sandbox, '1500')).toBe('17')
  expect(await pays(sandbox, '1501')).toBe('0')
  await sandbox.advance(120)
  expect(await pays(sandbox, '1500')).toBe('0')
})

test('the two-minute rule can be switched off', async () => {
  const sandbox = await aSandbox()
  await sandbox.sim('/rules', { sameAmountRule: false })
  expect(await pays(sandbox, '1500')).toBe('0')
  expect(await pays(sandbox, '1500')).toBe('0')
})

test('with sameAmountAfterAnyPrompt, an unpaid prompt also starts the two minutes', async () => {
  const sandbox = await aSandbox()
  await sandbox.sim('/rules', { sameAmountAfterAnyPrompt: true })
  const cancelled = await sandbox.push({ PhoneNumber: '254712345003', Amount: '1500' })
  await sandbox.advance(27)
  expect(await resultOf(sandbox, cancelled.json.CheckoutRequestID)).toBe('1032')

  const again = await sandbox.push({ PhoneNumber: '254712345003', Amount: '1500' })
  await sandbox.advance(3)
  expect(await resultOf(sandbox, again.json.CheckoutRequestID)).toBe('17')

  await sandbox.advance(120)
  const later = await sandbox.push({ PhoneNumber: '254712345003', Amount: '1500' })
  await sandbox.advance(27)
  expect(await resultOf(sandbox, later.json.CheckoutRequestID)).toBe('1032')
})

test('with lockSeconds, a phone stays locked for a minute after its prompt has ended', async () => {
  const sandbox = await aSandbox()
  await sandbox.sim('/rules', { lockSeconds: 60 })
  await sandbox.push({ PhoneNumber: '254712345003', Amount: '1500' })
  await sandbox.advance(30)

  const early = await sandbox.push({ PhoneNumber: '254712345003', Amount: '1501' })
  expect(early).toMatchObject({ status: 500, json: { errorCode: '500.001.1001' } })

  await sandbox.advance(31)
  expect((await sandbox.push({ PhoneNumber: '254712345003', Amount: '1501' })).status).toBe(200)
})
