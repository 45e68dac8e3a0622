import { writeFileSync } from 'node:fs'
import { PNG } from 'pngjs'

const width = 1280
const height = 720
/** The width of the ticket in the camera's picture. */
const ticketSide = 520
const tableGrey = 110
const noColour = 128

/**
 * Writes a film of a ticket held in front of a camera, as uncompressed YUV4MPEG2, which needs no encoder, for
 * `--use-file-for-fake-video-capture=<file.y4m>`. Chromium plays it in a loop.
 */
export function filmTicket(file: string, png: Buffer): void {
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`)
  const frame = Buffer.concat([Buffer.from('FRAME\n'), drawFrame(PNG.sync.read(png))])
  writeFileSync(file, Buffer.concat([head, frame, frame]))
}

/** A grey table with the ticket in the middle. */
function drawFrame(picture: PNG): Buffer {
  const light = Buffer.alloc(width * height, tableGrey)
  const scale = ticketSide / Math.max(picture.width, picture.height)
  const [wide, tall] = [Math.floor(picture.width * scale), Math.floor(picture.height * scale)]
  const [left, top] = [(width - wide) >> 1, (height - tall) >> 1]
  for (let row = 0; row < tall; row += 1) {
    for (let column = 0; column < wide; column += 1) {
      const [x, y] = [Math.floor(column / scale), Math.floor(row / scale)]
      light[(top + row) * width + left + column] = lightAt(picture, x, y)
    }
  }
  return Buffer.concat([light, Buffer.alloc((width * height) / 2, noColour)])
}

/** ITU-R BT.601, the luma weights of y4m; transparent pixels count as white. */
function lightAt({ data, width: wide }: PNG, x: number, y: number): number {
  const place = (y * wide + x) * 4
  const [red = 0, green = 0, blue = 0, alpha = 255] = data.subarray(place, place + 4)
  const light = 0.299 * red + 0.587 * green + 0.114 * blue
  const onWhite = (light * alpha + 255 * (255 - alpha)) / 255
  return Math.round(16 + (onWhite * 219) / 255)
}
