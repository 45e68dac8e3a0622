import { changeEntrance } from '@event-sphere/contract/entrances'
import pg from 'pg'
import { expect, onTestFinished, test, vi } from 'vitest'
import { raiseBarrier } from '../cast/raise-barrier.ts'
import type { TestApi } from '../cast/start-api.ts'
import type { Summit } from '../cast/summit.ts'
import { aGalaEntrance, aHolder, aSecondProcess, atTheGala, scans } from './cast.ts'

const capacity = 4

interface Rush {
  entranceId: string
  /** How many must stand between looking and writing before anybody goes on. */
  atLeast: number
  /** Whether others come in at the main entrance meanwhile. */
  isCrowded: boolean
}

/** Ten people at two gates of an entrance for four, each gate on a process of its own. */
async function tenComeAtOnce(api: TestApi, summit: Summit, { entranceId, atLeast, isCrowded }: Rush) {
  const holders: Awaited<ReturnType<typeof aHolder>>[] = []
  for (let at = 0; at < 10; at += 1) holders.push(await aHolder(api, summit))
  const processes = [api, await aSecondProcess(api)]
  const { letTogether } = await raiseBarrier(api)
  const there = (at: number) => processes[at % 2] ?? api
  const answers = await letTogether(() => {
    const atGala = holders.map(({ gala }, at) => scans(there(at), gala.qrToken, { entranceId }))
    const others = isCrowded ? holders.map(({ general }, at) => scans(there(at), general.qrToken)) : []
    return [...atGala, ...others]
  }, atLeast)
  return answers
    .slice(0, 10)
    .map(({ body }) => body.result)
    .toSorted()
}

async function aSmallGala() {
  const { api, summit } = await atTheGala()
  return { api, summit, entranceId: await aGalaEntrance(api, summit, { capacity }) }
}

test('a full entrance admits nobody more that day, and says so; whoever is in is told as inside', async () => {
  const { api, summit } = await atTheGala()
  const entranceId = await aGalaEntrance(api, summit, { capacity: 1 })
  const [one, two] = [await aHolder(api, summit), await aHolder(api, summit)]
  expect((await scans(api, one.gala.qrToken, { entranceId })).body.result).toBe('admitted')
  const full = await scans(api, two.gala.qrToken, { entranceId })
  expect(full.body).toMatchObject({
    result: 'full',
    message: 'Gala Night is full. Do not let in; call your lead.',
  })
  expect((await scans(api, one.gala.qrToken, { entranceId })).body.result).toBe('already_admitted')

  await api.call(changeEntrance, { as: api.admin, params: { id: entranceId }, body: { capacity: null } })
  expect((await scans(api, two.gala.qrToken, { entranceId })).body.result).toBe('admitted')
})

test('an entrance for four lets four in, whatever gates and processes are at it', async () => {
  const { api, summit, entranceId } = await aSmallGala()
  const results = await tenComeAtOnce(api, summit, { entranceId, atLeast: 2, isCrowded: true })
  expect(results).toEqual([...Array(capacity).fill('admitted'), ...Array(10 - capacity).fill('full')])
})

test('control: without the lock on the entrance everybody counts before anybody is in', async () => {
  const { api, summit, entranceId } = await aSmallGala()
  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...args: unknown[]
  ) {
    const [asked, ...rest] = args
    return query.apply(this, [withoutLock(asked), ...rest]) as never
  })
  onTestFinished(() => spy.mockRestore())
  const atLeast = capacity + 1
  const results = await tenComeAtOnce(api, summit, { entranceId, atLeast, isCrowded: false })
  expect(results.filter((result) => result === 'admitted').length).toBeGreaterThan(capacity)
})

/** The same statements, but nobody waits for an entrance. */
function withoutLock(asked: unknown): unknown {
  const strip = (text: string) =>
    text.includes('from entrances where') ? text.replace('for no key update', '') : text
  if (typeof asked === 'string') return strip(asked)
  if (typeof asked !== 'object' || asked === null || !('text' in asked)) return asked
  const text = strip(String(asked.text))
  return text === asked.text
    ? asked
    : { ...asked, text, ...('name' in asked && { name: `unlocked-${asked.name}` }) }
}
