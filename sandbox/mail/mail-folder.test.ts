import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { aMailSandbox, aTicketMail } from './cast.ts'
import { openMailFolder } from './mail-folder.ts'
import { Mailbox } from './mailbox.ts'
import { readMessage } from './message.ts'

test('mails are unchanged after a restart, and new ones continue the numbering', async () => {
  const folder = aFolder()
  const first = await aMailSandbox({ folder })
  await first.deliver(aTicketMail)
  await first.deliver({ ...aTicketMail, bcc: 'hidden@example.com', subject: 'Ya pili' })
  const before = await first.list()
  await first.close()

  const second = await aMailSandbox({ folder })
  expect(await second.list()).toEqual(before)
  await second.deliver({ ...aTicketMail, subject: 'Ya tatu' })

  const { items } = await second.list()
  expect(items.map(({ id, subject }) => ({ id, subject }))).toEqual([
    { id: 'm3', subject: 'Ya tatu' },
    ...before.items.map(({ id, subject }) => ({ id, subject })),
  ])
})

test('mails that are dropped or deleted from the mailbox are also removed from the folder', async () => {
  const folder = aFolder()
  const mailbox = new Mailbox({ keptBytes: 100, folder: openMailFolder(folder) })
  for (const length of [60, 60, 30]) {
    const envelope = {
      id: mailbox.newId(),
      from: 'a@example.com',
      to: ['b@example.com'],
      receivedAt: new Date(),
    }
    mailbox.add(await readMessage(Buffer.alloc(length, 'x'), envelope))
  }
  expect(readdirSync(folder).sort()).toEqual(['m2.eml', 'm3.eml'])

  mailbox.clear()

  expect(readdirSync(folder)).toEqual([])
})

test('a damaged file is ignored, and only the owner may read the folder', async () => {
  const folder = aFolder()
  const first = await aMailSandbox({ folder })
  await first.deliver(aTicketMail)
  await first.deliver(aTicketMail)
  await first.close()
  expect(statSync(join(folder, 'm1.eml')).mode & 0o777).toBe(0o600)
  truncateSync(join(folder, 'm1.eml'), 5)
  writeFileSync(join(folder, 'notes.txt'), 'not a mail')

  const second = await aMailSandbox({ folder })

  expect((await second.list()).items.map(({ id }) => id)).toEqual(['m2'])
})

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mail-folder-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
