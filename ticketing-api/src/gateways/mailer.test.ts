import { createServer } from 'node:net'
import { Unreachable } from '@event-sphere/kit/unreachable'
import { expect, onTestFinished, test } from 'vitest'
import { smtpMailer } from './mailer.ts'

/** A mail server that says these lines, one to each that it hears, and then hangs up. */
async function aMailServer(lines: readonly string[]): Promise<string> {
  const server = createServer((socket) => {
    const left = [...lines]
    const say = () => (left.length > 0 ? socket.write(`${left.shift()}\r\n`) : socket.destroy())
    socket.on('error', () => {}).on('data', say)
    say()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  return `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}

function send(url: string): Promise<void> {
  const mailer = smtpMailer({ url, from: 'a@b.example', now: () => new Date('2026-07-01T09:00:00Z') })
  onTestFinished(() => mailer.close())
  return mailer.send({ to: 'c@d.example', subject: 's', html: 'h', text: 't', pictures: [] })
}

test('a mail server that is away, or hangs up, is named in the fault', async () => {
  await expect(send('smtp://127.0.0.1:1')).rejects.toThrow(Unreachable)
  await expect(send(await aMailServer([]))).rejects.toThrow(/^the mail server does not answer/)
})

test('a mail server that refuses is there, and its words are the fault', async () => {
  const refused = send(
    await aMailServer(['220 here', '250 hello', '550 no such sender', '250 ok', '221 bye']),
  )
  await expect(refused).rejects.toThrow(/no such sender/)
  await expect(refused).rejects.not.toThrow(Unreachable)
})
