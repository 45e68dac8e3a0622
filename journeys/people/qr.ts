import jsQR from 'jsqr'
import { PNG } from 'pngjs'

/**
 * Reads a QR in a picture, with a decoder that is independent of the encoder.
 * @throws if no QR can be read
 */
export function readQr(png: Buffer): string {
  const picture = PNG.sync.read(png)
  const pixels = new Uint8ClampedArray(picture.data.buffer, picture.data.byteOffset, picture.data.byteLength)
  const found = jsQR(onWhite(pixels), picture.width, picture.height)
  if (!found) throw new Error(`no QR can be read in a picture of ${picture.width} by ${picture.height}`)
  return found.data
}

/** Puts a transparent picture on white. */
function onWhite(pixels: Uint8ClampedArray): Uint8ClampedArray {
  return pixels.map((value, place) => {
    const alpha = (pixels[place - (place % 4) + 3] ?? 255) / 255
    return place % 4 === 3 ? 255 : value * alpha + 255 * (1 - alpha)
  })
}
