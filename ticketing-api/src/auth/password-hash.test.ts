import { expect, test } from 'vitest'
import { hashPassword, matchesPassword } from './password-hash.ts'

test('a hash is a PHC string of Argon2id with the cost in it, and never the same twice', async () => {
  const [one, other] = await Promise.all([hashPassword('correct horse'), hashPassword('correct horse')])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  expect(one).not.toBe(other)
})

test('only the password itself matches, to the last letter', async () => {
  const hash = await hashPassword('correct horse battery')
  expect(await matchesPassword('correct horse battery', hash)).toBe(true)
  expect(await matchesPassword('correct horse batter', hash)).toBe(false)
  expect(await matchesPassword('Correct horse battery', hash)).toBe(false)
  expect(await matchesPassword('correct horse battery ', hash)).toBe(false)
  expect(await matchesPassword('', hash)).toBe(false)
})

test('a password typed with composed or with combining letters is one password', async () => {
  const hash = await hashPassword('se\u00f1or kal\u00e9njin')
  expect(await matchesPassword('sen\u0303or kale\u0301njin', hash)).toBe(true)
})

test('a hash made at another cost, by another program, still matches', async () => {
  // A test vector of the reference implementation (P-H-C/phc-winner-argon2, src/test.c).
  const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  expect(await matchesPassword('password', hash)).toBe(true)
  expect(await matchesPassword('passwor', hash)).toBe(false)
})

test('without a hash nothing matches', async () => {
  expect(await matchesPassword('correct horse battery', null)).toBe(false)
})
