import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, expect, test } from 'vitest'
import { filmTicket } from './camera-film.ts'
import { readQr } from './qr.ts'

const text = 'ES1:THE-INDEPENDENT/DECODER $%*+-./:'
const picture = readFileSync(join(import.meta.dirname, 'a-qr.png'))
const folder = mkdtempSync(join(tmpdir(), 'event-sphere-film-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the decoder reads a QR', () => {
  expect(readQr(picture)).toBe(text)
})

test('a picture without a QR is refused', () => {
  expect(() => readQr(PNG.sync.write(new PNG({ width: 40, height: 40 })))).toThrow('no QR can be read')
})

test('every frame of the film shows the ticket', () => {
  const file = join(folder, 'ticket.y4m')
  filmTicket(file, picture)
  const film = readFileSync(file)
  const head = /^YUV4MPEG2 W(\d+) H(\d+) F10:1 Ip A1:1 C420jpeg\n/.exec(film.toString('latin1', 0, 80))
  const [width, height] = [Number(head?.[1]), Number(head?.[2])]
  const frameLength = 'FRAME\n'.length + (width * height * 3) / 2
  const headLength = head?.[0].length ?? 0
  expect(film.length).toBe(headLength + 2 * frameLength)
  for (const start of [headLength, headLength + frameLength]) {
    expect(film.toString('latin1', start, start + 6)).toBe('FRAME\n')
    expect(readQr(asPicture(film.subarray(start + 6), width, height))).toBe(text)
  }
})

/** The luma of one frame, without colours. */
function asPicture(frame: Buffer, width: number, height: number): Buffer {
  const png = new PNG({ width, height })
  for (let place = 0; place < width * height; place += 1) {
    png.data.fill(frame[place] ?? 0, place * 4, place * 4 + 3)
    png.data[place * 4 + 3] = 255
  }
  return PNG.sync.write(png)
}
