import type { Ticket } from '@event-sphere/contract/tickets'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { addDrawings, mostDrawings } from './add-drawings.ts'

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

test('one reply draws no more than its bound, and loses no ticket', async () => {
  const many = Array.from(
    { length: mostDrawings + 5 },
    (_, at) => ({ id: String(at), qrToken: tokens[0] }) as unknown as Ticket,
  )
  const { tickets } = await addDrawings({ tickets: many })
  expect(tickets.map(({ id }) => id)).toEqual(many.map(({ id }) => id))
  expect(tickets.filter(({ qrCode }) => qrCode)).toHaveLength(mostDrawings)
  expect(tickets.at(-1)).toEqual(many.at(-1))
})
