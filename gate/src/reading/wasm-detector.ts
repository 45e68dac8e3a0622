import wasmUrl from 'virtual:zxing_reader.wasm?url'
import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill'

export { BarcodeDetector }

/** Loads the reader from our own site; the package's default is a public CDN. */
export async function prepareWasm(): Promise<void> {
  await prepareZXingModule({
    overrides: {
      locateFile: (file: string, folder: string) => (file.endsWith('.wasm') ? wasmUrl : folder + file),
    },
    fireImmediately: true,
  })
}
