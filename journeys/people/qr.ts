import jsQR from 'jsqr'
import { PNG } from 'pngjs'

/**
 * What a QR in a picture says, read by a decoder that shares nothing with the one who drew it.
 * @throws when there is none that can be read.
 */
export function readQr(png: Buffer): string {
  const picture = PNG.sync.read(png)
  const pixels = new Uint8ClampedArray(picture.data.buffer, picture.data.byteOffset, picture.data.byteLength)
  const found = jsQR(onWhite(pixels), picture.width, picture.height)
  if (!found) throw new Error(`no QR can be read in a picture of ${picture.width} by ${picture.height}`)
  return found.data
}

/** A picture may be see-through; paper is not. */
function onWhite(pixels: Uint8ClampedArray): Uint8ClampedArray {
  return pixels.map((value, place) => {
    const alpha = (pixels[place - (place % 4) + 3] ?? 255) / 255
    return place % 4 === 3 ? 255 : value * alpha + 255 * (1 - alpha)
  })
}
