import type { Ticket } from '@event-sphere/contract/tickets'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { addDrawings } from './add-drawings.ts'

const tokens = ['A', 'B'].map((letter) => `ES1:${letter.repeat(149)}`)

test('each ticket gets the picture of its own QR, and the rest of the reply stays', async () => {
  const reply = { id: 'p', tickets: tokens.map((qrToken) => ({ qrToken }) as Ticket) }
  const drawn = await addDrawings(reply)

  expect(drawn.id).toBe('p')
  const said = drawn.tickets.map(({ qrCode = '' }) => {
    const { data, width, height } = PNG.sync.read(Buffer.from(qrCode, 'base64'))
    return jsQR(new Uint8ClampedArray(data), width, height)?.data
  })
  expect(said).toEqual(tokens)
})

test('a ticket whose QR nobody asked for is not drawn', async () => {
  const { tickets } = await addDrawings({ tickets: [{} as Ticket] })
  expect(tickets).toEqual([{}])
})
