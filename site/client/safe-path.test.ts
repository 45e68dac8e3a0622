import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safePath } from './safe-path.ts'

const site = 'https://summit.example'

/** Pieces from which an attacker builds addresses. */
const piece = fc.constantFrom(
  '/',
  '\\',
  '.',
  '..',
  '%2e',
  '%2f',
  '%5c',
  '@',
  ':',
  '?',
  '#',
  '\t',
  '\n',
  ' ',
  '\u0000',
  '。',
  'evil.example',
  'http:',
  'javascript:',
  'tickets',
  'a b',
  'é',
)
const anyPath = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.string(),
  fc.webUrl(),
)

test('a redirect never leads to another site', () => {
  fc.assert(
    fc.property(anyPath, (path) => {
      const safe = safePath(path, '/tickets')
      expect(new URL(safe, site).origin).toBe(site)
      expect(safe).toMatch(/^\/(?![/\\])/)
      expect(safePath(safe, '/otherwise')).toBe(safe)
    }),
    { numRuns: 3000 },
  )
})

test.for([
  '/.//evil.example/x',
  '/%2e//evil.example',
  '/..//evil.example',
  '//evil.example',
  '/\\evil.example',
])('%j is not a path of this site', (path) => {
  expect(safePath(path, '/tickets')).toBe('/tickets')
})

test('a path of this site is kept with its query', () => {
  expect(safePath('/choose?event=a&ticket=GALA', '/')).toBe('/choose?event=a&ticket=GALA')
})
