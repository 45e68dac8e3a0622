import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { ZXING_WASM_SHA256 } from 'barcode-detector/ponyfill'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'

const budgetBytes = 250_000
let built = ''

beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'gate-size-'))
  await build({
    configFile: join(import.meta.dirname, 'vite.config.ts'),
    build: { outDir: built },
    logLevel: 'error',
  })
})
afterAll(() => rm(built, { recursive: true, force: true }))

async function readAssets(ending: string) {
  const names = (await readdir(join(built, 'assets'))).filter((name) => name.endsWith(ending))
  return Promise.all(
    names.map(async (name) => ({ name, bytes: await readFile(join(built, 'assets', name)) })),
  )
}

test('all scripts together, compressed, stay within the budget', async () => {
  const sizes = (await readAssets('.js')).map(({ bytes }) => gzipSync(bytes).length)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(budgetBytes)
})

test('the gate bundles no retry or circuit breaker of the API client', async () => {
  const scripts = await readAssets('.js')
  const text = scripts.map(({ bytes }) => bytes.toString()).join('\n')
  expect(text).toContain('application/problem+json')
  expect(text).not.toMatch(/circuit/)
})

test('the QR reader is loaded only if the browser has none', async () => {
  const page = await readFile(join(built, 'index.html'), 'utf8')
  expect(page).not.toMatch(/wasm/)
})

test('the WASM is served by us and matches its JavaScript', async () => {
  const [wasm, ...others] = await readAssets('.wasm')
  expect(others).toEqual([])
  expect(
    createHash('sha256')
      .update(wasm?.bytes ?? '')
      .digest('hex'),
  ).toBe(ZXING_WASM_SHA256)
})

test('the page refers to no other site', async () => {
  const page = await readFile(join(built, 'index.html'), 'utf8')
  expect(page).not.toMatch(/https?:\/\//)
  expect(page).toMatch(/src="\/gate\/assets\//)
})
