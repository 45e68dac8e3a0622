/** Reads the QR codes that a picture shows. */
export type QrReader = (picture: HTMLVideoElement) => Promise<string[]>

interface Detector {
  detect(picture: HTMLVideoElement): Promise<readonly { rawValue: string }[]>
}
interface DetectorMaker {
  new (options: { formats: ['qr_code'] }): Detector
  getSupportedFormats(): Promise<readonly string[]>
}

/** The browser's own reader where it has one (Chrome on Android and macOS), else ours, loaded only then. */
export async function makeQrReader(): Promise<QrReader> {
  const Maker = (await findNative()) ?? (await loadOurs())
  const detector = new Maker({ formats: ['qr_code'] })
  return async (picture) => (await detector.detect(picture)).map(({ rawValue }) => rawValue).filter(Boolean)
}

async function findNative(): Promise<DetectorMaker | undefined> {
  if (!('BarcodeDetector' in globalThis)) return undefined
  const native = Reflect.get(globalThis, 'BarcodeDetector') as DetectorMaker
  // Some desktops have the class and no reader behind it.
  const formats = await native.getSupportedFormats().catch((): string[] => [])
  return formats.includes('qr_code') ? native : undefined
}

async function loadOurs(): Promise<DetectorMaker> {
  const { BarcodeDetector, prepareWasm } = await import('./wasm-detector.ts')
  await prepareWasm()
  return BarcodeDetector
}
