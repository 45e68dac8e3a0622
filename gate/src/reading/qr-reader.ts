/** Reads the QR codes in a picture. */
export type QrReader = (picture: HTMLVideoElement) => Promise<string[]>

interface Detector {
  detect(picture: HTMLVideoElement): Promise<readonly { rawValue: string }[]>
}
interface DetectorMaker {
  new (options: { formats: ['qr_code'] }): Detector
  getSupportedFormats(): Promise<readonly string[]>
}

/** The browser's own reader if it has one (Chrome on Android and macOS); otherwise ours, loaded on demand. */
export async function makeQrReader(): Promise<QrReader> {
  const Maker = (await findNative()) ?? (await loadOurs())
  const detector = new Maker({ formats: ['qr_code'] })
  return async (picture) => (await detector.detect(picture)).map(({ rawValue }) => rawValue).filter(Boolean)
}

async function findNative(): Promise<DetectorMaker | undefined> {
  if (!('BarcodeDetector' in globalThis)) return undefined
  const native = Reflect.get(globalThis, 'BarcodeDetector') as DetectorMaker
  // Some desktop browsers have the class but no reader behind it.
  const formats = await native.getSupportedFormats().catch((): string[] => [])
  return formats.includes('qr_code') ? native : undefined
}

async function loadOurs(): Promise<DetectorMaker> {
  const { BarcodeDetector, prepareWasm } = await import('./wasm-detector.ts')
  await prepareWasm()
  return BarcodeDetector
}
