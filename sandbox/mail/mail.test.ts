import { expect, test } from 'vitest'
import { aMailSandbox, aTicketMail, dot } from './cast.ts'

test('a mail with an inline picture and an attachment is listed with both', async () => {
  const mail = await aMailSandbox()
  await mail.deliver(aTicketMail)
  const { items, total } = await mail.list()
  expect(total).toBe(1)
  expect(items[0]).toEqual({
    id: 'm1',
    from: '"Event-Sphere" <tickets@event-sphere.example>',
    to: ['wanjiku@example.com'],
    subject: 'Your ticket: Gala Night — karibu',
    date: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    text: expect.stringContaining('https://tickets.example/t/1?a=1&b=2'),
    html: expect.stringContaining('cid:qr@event-sphere'),
    attachments: [
      {
        filename: 'qr.png',
        contentType: 'image/png',
        contentId: 'qr@event-sphere',
        size: dot.length,
        url: '/api/messages/m1/attachments/0',
      },
      expect.objectContaining({
        filename: 'tikiti yako.pdf',
        contentType: 'application/pdf',
        contentId: null,
      }),
    ],
  })
})

test('a message, its attachments and its source can be fetched', async () => {
  const mail = await aMailSandbox()
  await mail.deliver(aTicketMail)
  const { items } = await mail.list()
  const one = await fetch(`${mail.url}/api/messages/m1`)
  expect(await one.json()).toEqual(items[0])
  const picture = await fetch(`${mail.url}/api/messages/m1/attachments/0`)
  expect(Buffer.from(await picture.arrayBuffer())).toEqual(dot)
  expect(picture.headers.get('content-type')).toBe('image/png')
  const file = await fetch(`${mail.url}/api/messages/m1/attachments/1`)
  expect(file.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''tikiti%20yako.pdf")
  expect(await (await fetch(`${mail.url}/api/messages/m1/raw`)).text()).toContain('Content-Type: multipart/')
})

test('an unknown message or attachment gives 404', async () => {
  const mail = await aMailSandbox()
  await mail.deliver({ from: 'a@example.com', to: 'b@example.com', subject: 'x', text: 'y' })
  for (const path of [
    '/api/messages/m9',
    '/api/messages/m9/raw',
    '/api/messages/m1/attachments/0',
    '/messages/m9',
  ]) {
    expect((await fetch(mail.url + path)).status).toBe(404)
  }
})

test('mail is found by recipient, including blind copies, newest first', async () => {
  const mail = await aMailSandbox()
  const send = (subject: string, to: string, bcc?: string) =>
    mail.deliver({ from: 'a@example.com', to, subject, text: subject, ...(bcc && { bcc }) })
  await send('first', 'wanjiku+gala@example.com')
  await send('second', 'kiptoo@example.com', 'wanjiku+gala@example.com')
  await send('third', 'anyango@example.com')
  const subjects = async (query: string) => (await mail.list(query)).items.map(({ subject }) => subject)
  expect(await subjects('')).toEqual(['third', 'second', 'first'])
  expect(await subjects('?to=Wanjiku%2BGala@example.com')).toEqual(['second', 'first'])
  expect(await subjects('?to=wanjiku+gala@example.com')).toEqual(['second', 'first'])
  expect(await subjects('?to=gala@example.com')).toEqual([])
  expect(await subjects('?limit=1')).toEqual(['third'])
})

test('all mail can be deleted', async () => {
  const mail = await aMailSandbox()
  await mail.deliver(aTicketMail)
  expect((await fetch(`${mail.url}/api/messages`, { method: 'DELETE' })).status).toBe(204)
  expect((await mail.list()).total).toBe(0)
})

test('a mail beyond the size limit is refused', async () => {
  const mail = await aMailSandbox()
  const huge = {
    ...aTicketMail,
    attachments: [{ filename: 'x.bin', content: Buffer.alloc(16 * 1024 * 1024) }],
  }
  await expect(mail.deliver(huge)).rejects.toMatchObject({ responseCode: 552 })
  expect((await mail.list()).total).toBe(0)
})
