import { expect, test } from 'vitest'
import { play } from './cast/play.ts'
import { readReplay } from './cast/read-replay.ts'

const { MODEL_RUNS, MODEL_REPLAY, MODEL_TELL } = process.env
/** The same days every time; `MODEL_RUNS=200` plays so many new ones. */
const usual = { runs: 12, seed: 20260701 }
const isUsual = !MODEL_REPLAY && !MODEL_RUNS
const milliseconds = 6 * 3_600_000

const played = () => {
  if (MODEL_REPLAY) return play(readReplay(MODEL_REPLAY))
  return play(MODEL_RUNS ? { runs: Number(MODEL_RUNS), isShrunk: true } : { ...usual, isShrunk: true })
}

test('whatever people, the organiser, Safaricom and time do at once, what was promised is kept', {
  timeout: milliseconds,
}, async () => {
  const { fault, outcomes } = await played()

  if (MODEL_TELL) process.stdout.write(`${[...outcomes].sort().map(String).join('\n')}\n`)
  expect(fault).toBeUndefined()
  const mustBeThere = mustHappen.map((pattern) => expect.stringMatching(pattern))
  if (isUsual) expect([...outcomes.keys()]).toEqual(expect.arrayContaining(mustBeThere))
})

/** Days on which none of this happened would have shown nothing. Races decide what is rarer than these. */
const mustHappen = [
  /^POST .* sold_out$/,
  /^POST .* limit_reached$/,
  /^POST \/cart\/checkout 201$/,
  /^POST \/cart\/checkout cart_empty$/,
  /^POST \/payments\/mpesa\/stk-push 201$/,
  /^scan /,
  /^ends completed$/,
  /^ends completed, priced$/,
  /^ends expired, priced$/,
]
