import { expect, test } from 'vitest'
import { aMailSandbox, aTicketMail } from './cast.ts'

test('greylisting defers the first try and accepts the next', async () => {
  const mail = await aMailSandbox()
  await mail.setMode('greylist')
  await expect(mail.deliver(aTicketMail)).rejects.toMatchObject({ responseCode: 451 })
  await mail.deliver(aTicketMail)
  expect((await mail.list()).total).toBe(1)
})

test('a rejecting server refuses permanently', async () => {
  const mail = await aMailSandbox()
  await mail.setMode('reject')
  await expect(mail.deliver(aTicketMail)).rejects.toMatchObject({ responseCode: 550 })
})

test('a server that is down refuses the connection, and comes back at its old address', async () => {
  const mail = await aMailSandbox()
  await mail.setMode('down')
  await expect(mail.deliver(aTicketMail)).rejects.toMatchObject({
    code: expect.stringMatching(/ECONN|ESOCKET/),
  })
  await mail.setMode('ok')
  await mail.deliver(aTicketMail)
  expect((await mail.list()).total).toBe(1)
})

test('a hanging server accepts the connection and never answers', async () => {
  const mail = await aMailSandbox()
  await mail.setMode('hang')
  await expect(mail.transport(300).sendMail(aTicketMail)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  await mail.setMode('ok')
  await mail.deliver(aTicketMail)
  expect((await mail.list()).total).toBe(1)
})

test('a connection that was open before the server began to hang gets no answer either', async () => {
  const mail = await aMailSandbox()
  const pooled = mail.transport(300, true)
  await pooled.sendMail(aTicketMail)
  await mail.setMode('hang')
  await expect(pooled.sendMail(aTicketMail)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  pooled.close()
})

test('the mode can be read, and an unknown one is refused', async () => {
  const mail = await aMailSandbox()
  expect((await mail.setMode('asleep')).status).toBe(400)
  await mail.setMode('reject')
  expect(await (await fetch(`${mail.url}/__sim/faults`)).json()).toEqual({ mode: 'reject' })
})
