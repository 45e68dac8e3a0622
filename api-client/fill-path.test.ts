import { expect, test } from 'vitest'
import { fillPath } from './fill-path.ts'

test('parameters are escaped and filled in anywhere in the path', () => {
  expect(fillPath('/organizations/{id}/api-keys/{keyId}', { id: 'a/b?c', keyId: '$& é' })).toBe(
    '/organizations/a%2Fb%3Fc/api-keys/%24%26%20%C3%A9',
  )
})

test('a value that looks like a parameter is not filled in again', () => {
  expect(fillPath('/x/{id}/{keyId}', { id: '{keyId}', keyId: 'k' })).toBe('/x/%7BkeyId%7D/k')
})

test('a query contains the defined values only, and an empty one adds nothing to the path', () => {
  expect(fillPath('/events', undefined, { limit: 5, after: undefined, text: 'a b' })).toBe(
    '/events?limit=5&text=a+b',
  )
  expect(fillPath('/events', {}, { after: undefined })).toBe('/events')
})
