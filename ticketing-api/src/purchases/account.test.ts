import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newAccount, readAccount } from './account.ts'

const accounts = fc.integer({ min: 0, max: 1 }).map(() => newAccount())
const letters = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ']

test('an account fits what Safaricom allows and reads back as people type it', () => {
  fc.assert(
    fc.property(accounts, (account) => {
      expect(account).toMatch(/^[0-9A-Z]{10}$/)
      expect(readAccount(` ${account.slice(0, 4).toLowerCase()} ${account.slice(4)} `)).toBe(account)
    }),
  )
})

test('one wrong character never finds a purchase', () => {
  fc.assert(
    fc.property(accounts, fc.nat(9), fc.constantFrom(...letters), (account, place, letter) => {
      fc.pre(account[place] !== letter)
      expect(readAccount(account.slice(0, place) + letter + account.slice(place + 1))).toBeUndefined()
    }),
  )
})

test('two neighbours swapped never find a purchase', () => {
  fc.assert(
    fc.property(accounts, fc.nat(8), (account, place) => {
      const [left, right] = [account.charAt(place), account.charAt(place + 1)]
      fc.pre(left !== right)
      expect(readAccount(account.slice(0, place) + right + left + account.slice(place + 2))).toBeUndefined()
    }),
  )
})
