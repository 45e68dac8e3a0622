import { expect, test } from 'vitest'
import { findScopeFaults } from './find-scope-faults.ts'

const faultsOf = (path: string, text: string) => findScopeFaults({ path: `ticketing-api/src/${path}`, text })

test.each([
  'acrossOrganizations(() => act())',
  'lookAcross(tx, act)',
  "import { everything } from './call/scope.ts'",
])('only who is named for it acts for all organizations: %s', (text) => {
  expect(faultsOf('tickets/get-ticket.ts', text)).toEqual([expect.stringContaining('rooms.ts')])
  expect(faultsOf('http/serve-routes.ts', text)).toEqual([])
  expect(faultsOf('tickets/get-ticket.test.ts', text)).toEqual([])
  expect(faultsOf('cast/start-api.ts', text)).toEqual([])
})

test('one organization is for everybody to enter', () => {
  expect(faultsOf('tickets/get-ticket.ts', 'inOrganization(id, everythingElse)')).toEqual([])
})
