import { sql } from '@event-sphere/kit/database/database'
import { expect, test } from 'vitest'
import type { Installation } from './cast/installation.ts'
import { play } from './cast/play.ts'
import { readReplay } from './cast/read-replay.ts'

/** A fault that no race decides: whoever buys owns one more than they were sold. */
async function miscount({ api }: Installation) {
  const { reader } = api.ctx.database
  await sql`create function miscount() returns trigger language plpgsql as
    'begin new.owned = new.owned + 1; return new; end'`.execute(reader)
  await sql`create trigger miscount before insert on holdings for each row execute function miscount()`.execute(
    reader,
  )
}

test('a fault says how to see it again, and the same days show it again', { timeout: 600_000 }, async () => {
  const { fault } = await play({ runs: 5, seed: 5, spoil: miscount })
  expect(fault).toMatch(/inv_holdings_counted/)
  const [, said = ''] = /MODEL_REPLAY='([^']+)'/.exec(fault ?? '') ?? []
  expect(said).toMatch(/^5,/)

  const again = await play({ ...readReplay(said), spoil: miscount })

  expect(again).toMatchObject({ runs: 1, fault: expect.stringMatching(/inv_holdings_counted/) })
  expect(again.fault).toContain(said)
})
