import { createRequire } from 'node:module'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// The WASM must be the build that the detector's JavaScript was compiled with, so it is resolved from the detector.
const fromDetector = createRequire(createRequire(import.meta.url).resolve('barcode-detector/ponyfill'))

export default defineConfig({
  root: import.meta.dirname,
  base: '/gate/',
  plugins: [react(), tailwindcss()],
  resolve: {
    alias: [
      {
        find: /^virtual:zxing_reader\.wasm/,
        replacement: fromDetector.resolve('zxing-wasm/reader/zxing_reader.wasm'),
      },
    ],
  },
  build: { target: ['chrome111', 'safari16.4', 'firefox128'], sourcemap: false },
})
