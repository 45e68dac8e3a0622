import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { refuseBypass } from './refuse-bypass.ts'

const url = process.env.TEST_DATABASE_URL ?? ''
const superuserUrl = process.env.TEST_SUPERUSER_URL ?? ''

async function aRole(rights: string): Promise<string> {
  const name = `role_${Date.now()}`
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  onTestFinished(async () => {
    await client.query(`drop role ${name}`)
    await client.end()
  })
  await client.query(`create role ${name} login password 'open' ${rights}`)
  const made = new URL(superuserUrl)
  made.username = name
  made.password = 'open'
  return made.href
}

test('a role that owns its database and nothing more is taken', async () => {
  await expect(refuseBypass(url)).resolves.toBeUndefined()
})

test.skipIf(superuserUrl === '').each(['superuser', 'bypassrls'])(
  'a role with %s is refused in one line that says what to do',
  async (right) => {
    await expect(refuseBypass(await aRole(right))).rejects.toMatchObject({
      name: 'ConfigFault',
      faults: [
        expect.stringMatching(
          /^DATABASE_URL: .*ALTER ROLE "role_\d+" NOSUPERUSER NOBYPASSRLS; ALTER DATABASE/,
        ),
      ],
    })
  },
)

test.skipIf(superuserUrl === '')(
  'the role that made the cluster is told to give way to another',
  async () => {
    await expect(refuseBypass(superuserUrl)).rejects.toMatchObject({
      faults: [expect.stringMatching(/CREATE ROLE .*; ALTER DATABASE "postgres" OWNER TO/)],
    })
  },
)
