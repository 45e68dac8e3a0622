import { generateKeyPairSync } from 'node:crypto'
import type { EventId, TicketId } from '@event-sphere/contract/values/ids'
import { newUuid } from '@event-sphere/kit/ids'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { expect, test } from 'vitest'
import { drawQrPng, drawQrSvg } from './qr-drawing.ts'
import { signTicketToken } from './qr-token.ts'

const { privateKey } = generateKeyPairSync('ed25519')
const aToken = () =>
  signTicketToken(privateKey, {
    ticketId: newUuid() as TicketId,
    eventId: newUuid() as EventId,
    typeNumber: 1,
  })

test('another decoder reads the picture, and finds a version 6 code', async () => {
  for (const token of Array.from({ length: 20 }, aToken)) {
    const picture = PNG.sync.read(await drawQrPng(token))
    const found = jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height)
    expect(found?.data).toBe(token)
    expect(found?.version).toBe(6)
  }
})

test('the picture is 49 modules of 8 pixels, white for four modules around', async () => {
  const picture = PNG.sync.read(await drawQrPng(aToken()))
  expect([picture.width, picture.height]).toEqual([392, 392])
  const shade = (x: number, y: number) => picture.data[(y * picture.width + x) * 4]
  for (let along = 0; along < 392; along += 1) {
    expect([shade(along, 0), shade(along, 31), shade(0, along), shade(31, along), shade(391, along)]).toEqual(
      Array(5).fill(255),
    )
  }
  expect(shade(32, 32)).toBe(0)
})

test('the picture is small enough for a mail full of them', async () => {
  expect((await drawQrPng(aToken())).length).toBeLessThan(4000)
})

test('the drawing draws the same squares as the picture', async () => {
  const token = aToken()
  const svg = await drawQrSvg(token)
  expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 49 49"/)
  const picture = drawSquares(svg)
  expect(jsQR(picture, 392, 392)?.data).toBe(token)
})

/** Draws the one path of such an SVG: `M x y.5` goes there, `h n` draws n modules, `m n 0` leaves n out. */
function drawSquares(svg: string): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(392 * 392 * 4).fill(255)
  const path = /stroke="#000000" d="([^"]+)"/.exec(svg)?.[1] ?? ''
  let [x, y] = [0, 0]
  for (const [, step, first, second] of path.matchAll(/([Mmh])(-?[\d.]+)(?: (-?[\d.]+))?/g)) {
    const along = Number(first)
    if (step === 'M') [x, y] = [along, Math.floor(Number(second))]
    if (step === 'h') for (let module = 0; module < along; module += 1) blacken(pixels, x + module, y)
    if (step !== 'M') x += along
  }
  return pixels
}

function blacken(pixels: Uint8ClampedArray, x: number, y: number): void {
  for (let row = 0; row < 8; row += 1) {
    const from = ((y * 8 + row) * 392 + x * 8) * 4
    for (let at = from; at < from + 32; at += 1) if (at % 4 !== 3) pixels[at] = 0
  }
}
