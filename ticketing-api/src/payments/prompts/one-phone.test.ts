import { placePurchase } from '@event-sphere/contract/purchases'
import { expect, test } from 'vitest'
import { aCustomer, aPendingPurchase } from '../../cast/buyers.ts'
import type { TestApi } from '../../cast/start-api.ts'
import type { PromptAnswer } from '../../gateways/mpesa/mpesa-gateway.ts'
import { anotherPhone, aSale, purchaseOf, pushes } from '../cast.ts'

const locked: PromptAnswer = {
  kind: 'refused',
  code: '1001',
  text: 'Unable to lock subscriber, a transaction is already in process for the current subscriber',
  isBusy: true,
}

/** As Safaricom does: while a prompt is on a phone it turns every other away. */
function showsOnePromptAtATime({ mpesa }: TestApi) {
  const showing = new Set<string>()
  mpesa.answersPrompts((prompt) => {
    if (showing.has(prompt.phone)) return locked
    showing.add(prompt.phone)
    return prompt.accepted
  })
  return {
    ends: async (act: () => Promise<unknown>) => {
      showing.clear()
      await act()
    },
  }
}

async function aFamily(count = 4) {
  const { api, summit } = await aSale()
  const family = []
  for (let at = 0; at < count; at += 1) family.push(await aPendingPurchase(api, summit))
  return { api, family, phoneNumber: anotherPhone(), phone: showsOnePromptAtATime(api) }
}

test('a family of four on one phone: each hears what to wait for and until when, and then it works', async () => {
  const { api, family, phoneNumber, phone } = await aFamily(4)

  const first = await Promise.all(family.map((member) => pushes(api, member, { phoneNumber })))
  expect(first.filter(({ status }) => status === 201)).toHaveLength(1)
  for (const { body } of first.filter(({ status }) => status === 409))
    expect(body).toMatchObject({
      code: 'phone_busy',
      retryAt: expect.stringMatching(/^2026-07-01T09:0[012]/),
    })

  let asking = family[first.findIndex(({ status }) => status === 201)]
  const waiting = family.filter((_, at) => first[at]?.status === 409)
  while (asking) {
    const { purchase } = asking
    await phone.ends(() => api.mpesa.pays(purchase))
    await api.runJobs()
    asking = waiting.shift()
    if (!asking) break
    const { body } = await pushes(api, asking, { phoneNumber })
    expect(body).toMatchObject({ code: 'same_amount_just_paid', retryAt: expect.any(String) })
    await api.moveTo(body.retryAt ?? '')
    expect((await pushes(api, asking, { phoneNumber })).status).toBe(201)
    for (const member of waiting)
      expect((await pushes(api, member, { phoneNumber })).body.code).toBe('phone_busy')
  }

  for (const member of family) expect((await purchaseOf(api, member)).status).toBe('completed')
  expect(api.mpesa.prompts).toHaveLength(4)
})

test('another amount needs no wait once the phone has paid', async () => {
  const { api, family, phoneNumber, phone } = await aFamily(1)
  const [one] = family
  if (!one) throw new Error('there is one')
  await pushes(api, one, { phoneNumber })
  await phone.ends(() => api.mpesa.pays(one.purchase))
  await api.runJobs()
  const { token } = await aCustomer(api)
  const items = one.purchase.items.map(({ ticketTypeId }) => ({ ticketTypeId, quantity: 2 }))
  const { body } = await api.call(placePurchase, {
    as: token,
    body: { eventId: one.purchase.eventId, items, phoneNumber },
    idempotencyKey: api.newKey(),
  })
  expect(body.paymentInstructions?.checkoutRequestId).toEqual(expect.any(String))
})

test('if nobody answers, the phone is free again at the time that was said', async () => {
  const { api, family, phoneNumber, phone } = await aFamily(2)
  const [one, two] = family
  if (!one || !two) throw new Error('there are two')
  await pushes(api, one, { phoneNumber })
  const { body } = await pushes(api, two, { phoneNumber, locale: 'sw' })
  expect(body).toMatchObject({ code: 'phone_busy', title: 'Simu hii tayari ina ombi la malipo' })

  await phone.ends(() => api.moveTo(body.retryAt ?? ''))

  expect((await pushes(api, two, { phoneNumber })).status).toBe(201)
})

test('a purchase that names a busy phone says why no request has gone out', async () => {
  const { api, family, phoneNumber } = await aFamily(1)
  const [one] = family
  if (!one) throw new Error('there is one')
  await pushes(api, one, { phoneNumber })
  const { token } = await aCustomer(api)
  const items = one.purchase.items.map(({ ticketTypeId, quantity }) => ({ ticketTypeId, quantity }))
  const buysWith = (named: string) =>
    api.call(placePurchase, {
      as: token,
      body: { eventId: one.purchase.eventId, items, phoneNumber: named },
      idempotencyKey: api.newKey(),
    })

  const { status, body } = await buysWith(phoneNumber)

  expect(status).toBe(201)
  expect(body.paymentInstructions).toEqual({
    method: 'mpesa',
    notPrompted: {
      message: expect.stringContaining('one request at a time'),
      retryAt: expect.stringMatching(/^2026-07-01T09:0/),
    },
  })
})

test('a phone with a session of its own is told so, and when to try again', async () => {
  const { api, family, phoneNumber } = await aFamily(1)
  const [one] = family
  if (!one) throw new Error('there is one')
  api.mpesa.answersNextPrompt(locked)
  expect((await pushes(api, one, { phoneNumber })).body).toMatchObject({
    status: 'failed',
    resultCode: '1001',
    nextStep: 'try_again',
    message: expect.stringContaining('Another M-Pesa session is open on this phone'),
    retryAt: expect.stringMatching(/^2026-07-01T09:01/),
  })
  await api.moveTo('2026-07-01T09:01:05Z')
  expect((await pushes(api, one, { phoneNumber })).body.status).toBe('pending')
})
