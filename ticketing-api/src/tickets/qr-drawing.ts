import QRCode from 'qrcode'
import { encodeBitmapPng } from './bitmap-png.ts'

/** ISO/IEC 18004 asks for four modules of quiet around a code. */
const quietModules = 4
const pixelsPerModule = 8

/** A QR as a PNG, black on white with its quiet zone, so that it reads on any ground. */
export async function drawQrPng(text: string): Promise<Buffer> {
  const { modules } = QRCode.create(segmentsOf(text), { errorCorrectionLevel: 'M' })
  const isInside = (at: number) => at >= 0 && at < modules.size
  const bitmap = {
    size: modules.size + 2 * quietModules,
    isDark: (row: number, column: number) => {
      const [y, x] = [row - quietModules, column - quietModules]
      return isInside(y) && isInside(x) && modules.get(y, x) === 1
    },
  }
  return encodeBitmapPng(bitmap, pixelsPerModule)
}

/** A QR as an SVG, black on white with its quiet zone. */
export function drawQrSvg(text: string): Promise<string> {
  return QRCode.toString(segmentsOf(text), {
    type: 'svg',
    errorCorrectionLevel: 'M',
    margin: quietModules,
    color: { dark: '#000000ff', light: '#ffffffff' },
  })
}

/** Said outright: left to itself the library may split the text and need a larger code. */
const segmentsOf = (text: string) => [{ data: text, mode: 'alphanumeric' as const }]
