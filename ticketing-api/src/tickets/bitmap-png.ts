import { promisify } from 'node:util'
import { crc32, deflate } from 'node:zlib'

/** Squares of black and white. */
export interface Bitmap {
  size: number
  isDark(row: number, column: number): boolean
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const compress = promisify(deflate)

/**
 * A PNG (ISO/IEC 15948) of one bit a pixel, each square `scale` pixels wide. A full-colour encoder takes ten times
 * as long for the same picture, and a purchase may have many.
 */
export async function encodeBitmapPng(bitmap: Bitmap, scale: number): Promise<Buffer> {
  const width = bitmap.size * scale
  const lines = Array.from({ length: bitmap.size }, (_, row) => drawLine(bitmap, row, scale))
  const pixels = Buffer.concat(lines.flatMap((line) => Array.from({ length: scale }, () => line)))
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(width, 4)
  // One bit a sample, greyscale; compression, filter and interlacing as ever.
  head.set([1, 0, 0, 0, 0], 8)
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', await compress(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A line starts with the number of its filter, 0 for none; a set bit is white. */
function drawLine(bitmap: Bitmap, row: number, scale: number): Buffer {
  const line = Buffer.alloc(1 + Math.ceil((bitmap.size * scale) / 8))
  for (let pixel = 0; pixel < bitmap.size * scale; pixel += 1) {
    if (bitmap.isDark(row, Math.floor(pixel / scale))) continue
    const at = 1 + (pixel >> 3)
    line[at] = (line[at] ?? 0) | (0x80 >> (pixel & 7))
  }
  return line
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'ascii'), content])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(content.length, 0)
  framed.set(named, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}
