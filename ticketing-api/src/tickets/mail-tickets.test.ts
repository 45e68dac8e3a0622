import { buffer } from 'node:stream/consumers'
import * as auth from '@event-sphere/contract/auth'
import { createEntrance } from '@event-sphere/contract/entrances'
import { stkPush } from '@event-sphere/contract/payments'
import type { PurchaseId } from '@event-sphere/contract/values/ids'
import { sql } from '@event-sphere/kit/database/database'
import { newUuid } from '@event-sphere/kit/ids'
import jsQR from 'jsqr'
import { type ParsedMail, simpleParser } from 'mailparser'
import { PNG } from 'pngjs'
import { SMTPServer } from 'smtp-server'
import { expect, onTestFinished, test } from 'vitest'
import { aCustomer, buys } from '../cast/buyers.ts'
import { startApi, type TestApi } from '../cast/start-api.ts'
import { theSummit } from '../cast/summit.ts'
import { inOrderOfIds, plansOf } from '../cast/watch-queries.ts'
import { smtpMailer } from '../gateways/mailer.ts'
import { mailTickets } from './mail-tickets.ts'
import { markMailed } from './store.ts'

interface Delivery {
  to: string[]
  raw: string
  mail: ParsedMail
}

/** A mail server that takes everything, or says why not. */
async function aMailServer(judge: (tried: number) => Error | undefined = () => undefined) {
  let tried = 0
  const deliveries: Delivery[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      void (async () => {
        const bytes = await buffer(stream)
        tried += 1
        const refusal = judge(tried)
        const to = session.envelope.rcptTo.map(({ address }) => address)
        if (!refusal) deliveries.push({ to, raw: bytes.toString('latin1'), mail: await simpleParser(bytes) })
        done(refusal)
      })()
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  if (address === null || typeof address === 'string') throw new Error('A mail server has a port.')
  const mailer = smtpMailer({
    url: `smtp://127.0.0.1:${address.port}`,
    from: 'Event-Sphere <tickets@event-sphere.example>',
    now: () => clockOfTheRun,
  })
  onTestFinished(async () => {
    mailer.close()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  })
  return { deliveries, mailer }
}

/** A demonstration may run at another instant; its mails belong there too. */
const clockOfTheRun = new Date('2031-07-16T09:00:00Z')

async function aFreePurchase(api: TestApi, wanted: { general?: number; gala?: number }) {
  const summit = await theSummit(api, { gala: { price: 0 } })
  const customer = await aCustomer(api, { firstName: 'Amina', lastName: 'Chebet' })
  const { body } = await buys(api, summit, customer.token, wanted)
  return { ...customer, ...body, job: { purchaseId: uuidOf(body.id) } }
}

const uuidOf = (id: string) =>
  id.replace(/^.*_(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as PurchaseId

function readPictures(mail: ParsedMail): Map<string, string | undefined> {
  return new Map(
    mail.attachments.map(({ contentId = '', content }) => {
      const { data, width, height } = PNG.sync.read(content)
      return [contentId.replace(/[<>]/g, ''), jsQR(new Uint8ClampedArray(data), width, height)?.data]
    }),
  )
}

test('one mail brings every ticket of the purchase, each with its own QR in it', async () => {
  const api = await startApi()
  const { deliveries, mailer } = await aMailServer()
  const { email, tickets, job } = await aFreePurchase(api, { general: 2, gala: 1 })
  await mailTickets({ ...api.ctx, mailer }, job)

  expect(deliveries.map(({ to }) => to)).toEqual([[email]])
  const mail = deliveries[0]?.mail
  expect(mail?.subject).toBe('Your 3 tickets for Eldoret International Business Summit')
  expect(mail?.date).toEqual(clockOfTheRun)
  expect(mail?.from?.text).toBe('"Event-Sphere" <tickets@event-sphere.example>')
  const pictures = mail ? readPictures(mail) : new Map()
  expect([...pictures.values()]).toEqual(tickets.map(({ qrToken }) => qrToken))
  // The parser puts the pictures into the page where it finds their cid.
  expect(String(mail?.html).match(/src="data:image\/png;base64,/g)).toHaveLength(3)
  for (const { ticketCode, typedCode } of tickets) {
    expect(mail?.html).toContain(ticketCode)
    expect(mail?.text).toContain(ticketCode)
    expect(mail?.text).toContain(typedCode)
  }
  expect(mail?.text).toContain('http://127.0.0.1:3000/tickets')
})

test('the buyer is written to in the language they bought in', async () => {
  const api = await startApi()
  const { deliveries, mailer } = await aMailServer()
  const { job } = await aFreePurchase(api, { general: 1 })
  await api.ctx.database.transaction((tx) => sql`update purchases set locale = 'sw'`.execute(tx))
  await mailTickets({ ...api.ctx, mailer }, job)

  expect(deliveries[0]?.mail.subject).toBe(
    'General Admission: tiketi yako ya Eldoret International Business Summit',
  )
  expect(deliveries[0]?.mail.text).toContain('Habari Amina,')
})

test('the job left by the purchase sends it, and a second run sends no second mail', async () => {
  const api = await startApi()
  const { email, job } = await aFreePurchase(api, { general: 1 })
  await api.runJobs()
  await mailTickets(api.ctx, job)
  await mailTickets(api.ctx, job)

  expect(api.mails.filter(({ to }) => to === email).map(({ subject }) => subject)).toEqual([
    'General Admission: your ticket for Eldoret International Business Summit',
  ])
})

test('a mail that the server did not take is tried again', async () => {
  const api = await startApi()
  const { deliveries, mailer } = await aMailServer((tried) =>
    tried === 1 ? Object.assign(new Error('try again later'), { responseCode: 451 }) : undefined,
  )
  const { job } = await aFreePurchase(api, { general: 1 })
  await expect(mailTickets({ ...api.ctx, mailer }, job)).rejects.toThrow('try again later')
  expect(deliveries).toHaveLength(0)

  await mailTickets({ ...api.ctx, mailer }, job)
  await mailTickets({ ...api.ctx, mailer }, job)
  expect(deliveries).toHaveLength(1)
})

test('what a person wrote makes no header and no markup', async () => {
  const api = await startApi()
  const { deliveries, mailer } = await aMailServer()
  const { email, job } = await aFreePurchase(api, { general: 1 })
  const wrote = 'Summit\r\nBcc: evil@example.com\r\n\r\n<script>alert(1)</script>'
  await api.ctx.database.transaction(async (tx) => {
    await sql`update events set title = ${wrote}, location_name = ${wrote}`.execute(tx)
    await sql`update purchases set buyer_first_name = ${wrote}`.execute(tx)
    await sql`update tickets set holder_name = ${wrote}`.execute(tx)
  })
  await mailTickets({ ...api.ctx, mailer }, job)

  const [delivery] = deliveries
  expect(delivery?.to).toEqual([email])
  expect([...(delivery?.mail.headers.keys() ?? [])]).not.toContain('bcc')
  expect(delivery?.raw.split('\r\n\r\n', 1)[0]).not.toMatch(/^Bcc:/im)
  expect(delivery?.mail.subject).toBe(
    'General Admission: your ticket for Summit Bcc: evil@example.com <script>alert(1)</script>',
  )
  expect(delivery?.mail.html).not.toMatch(/<script/i)
})

test('a purchase without tickets, or none at all, sends nothing', async () => {
  const api = await startApi()
  const { deliveries, mailer } = await aMailServer()
  const { job } = await aFreePurchase(api, { general: 1 })
  await api.ctx.database.transaction((tx) => sql`update tickets set status = 'cancelled'`.execute(tx))
  await mailTickets({ ...api.ctx, mailer }, job)
  await mailTickets(
    { ...api.ctx, mailer },
    { purchaseId: '0199aaaa-0000-7000-8000-000000000000' as PurchaseId },
  )

  expect(deliveries).toEqual([])
})

test('an unproven mailbox gets one mail in five minutes, later purchases with the next, and no word of the buyer', async () => {
  const api = await startApi({ now: '2026-07-01T09:00:00Z' })
  const summit = await theSummit(api, { general: { maxPerPerson: 20 } })
  const email = 'named-by-a-stranger@example.com'
  const person = { email, firstName: 'Claim http://evil.example', lastName: 'Now' }
  const as = (await api.call(auth.register, { body: person })).body.access_token
  const jobs: { purchaseId: PurchaseId }[] = []
  for (let bought = 0; bought < 6; bought += 1)
    jobs.push({ purchaseId: uuidOf((await buys(api, summit, as, { general: 1 })).body.id) })
  const mailed = () => api.mails.filter(({ to }) => to === email)
  await api.runJobs()

  expect(mailed()).toHaveLength(1)
  for (const job of jobs) await mailTickets(api.ctx, job)
  expect(mailed()).toHaveLength(1)

  await api.moveTo('2026-07-01T09:06:00Z')
  for (const job of jobs) await mailTickets(api.ctx, job)
  expect(mailed().length).toBeLessThanOrEqual(2)
  const { rows } =
    await sql`select 1 from purchases where buyer_email = ${email} and mailed_at is null`.execute(
      api.ctx.database.reader,
    )
  expect(rows).toEqual([])
  expect(JSON.stringify(mailed())).not.toMatch(/evil|Now/)
})

test('what was paid for is mailed at once, to an unproven mailbox too, and without a word of the buyer', async () => {
  const api = await startApi({ now: '2026-07-01T09:00:00Z' })
  const summit = await theSummit(api, { gala: { metadata: { galaDate: '2026-07-16' } } })
  const email = 'pays@example.com'
  const as = (await api.call(auth.register, { body: { email, firstName: 'Evil' } })).body.access_token
  await buys(api, summit, as, { general: 1 })
  await api.runJobs()
  const entrance = {
    eventId: summit.eventId,
    name: 'Gala Night',
    ticketTypeIds: [summit.gala],
    opensAt: '17:30',
  }
  await api.call(createEntrance, { as: api.admin, body: entrance })
  const { body: gala } = await buys(api, summit, as, { gala: 1 })
  await api.call(stkPush, { as, body: { purchaseId: gala.id, phoneNumber: '0712345678' } })

  await api.mpesa.pays(gala)
  await api.runJobs()

  const mailed = api.mails.filter(({ to }) => to === email)
  expect(mailed).toHaveLength(2)
  expect(mailed[1]?.subject).toMatch(/^Gala Night Access: your ticket for /)
  expect(mailed[1]?.subject).not.toBe(mailed[0]?.subject)
  expect(mailed[1]?.text).toContain('When: Thu, 16 July 2026, gate opens 17:30 EAT')
  expect(mailed[1]?.text).toMatch(/M-Pesa receipt: \w{10}/)
  expect(JSON.stringify(mailed)).not.toContain('Evil')
})

test('purchases that were mailed together are marked in the order in which everybody locks them', async () => {
  const { database } = (await startApi()).ctx
  const ids = [newUuid() as PurchaseId, newUuid() as PurchaseId]
  expect(await plansOf(database, (tx) => markMailed(tx, ids))).toMatch(inOrderOfIds)
})
