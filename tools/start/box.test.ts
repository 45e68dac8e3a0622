import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProcess } from '@event-sphere/kit/database/embedded/running-process'
import { afterEach, expect, test, vi } from 'vitest'
import { type BoxPlan, startBox } from './box.ts'

const cleanUps: (() => unknown)[] = []

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

const runsOn = `process.stdout.write(process.pid + '\\n'); setInterval(() => {}, 1000)`

test('a box is ready with its first line, and ends when it is told to', async () => {
  const { box, pid } = await aBox(runsOn)
  const found = findProcess(pid())
  expect(found).toBeDefined()

  await box.stop()

  expect(findProcess(pid())).toBeUndefined()
})

test('a box that dies is started again, in one line', async () => {
  const { pid, lines } = await aBox(runsOn)
  const first = pid()

  process.kill(first, 'SIGKILL')
  await vi.waitUntil(() => pid() !== first, { timeout: 10_000 })

  expect(findProcess(pid())).toBeDefined()
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^worker was ended by SIGKILL and starts again in 0\.5 s/)
})

test('a box that ends before it is ready says why', async () => {
  const started = aBox(`process.stderr.write('METRICS_PORT: is not a number'); process.exit(1)`)

  await expect(started).rejects.toThrow(/worker did not start\n.*\n {2}METRICS_PORT: is not a number/)
})

test('a box that is stopped is not started again', async () => {
  const { box, lines, running } = await aBox(runsOn)

  await box.stop()

  expect(lines).toEqual([])
  expect(running()).toEqual([])
})

test('the log of the last start is kept beside this one', async () => {
  const first = await aBox(runsOn)
  const firstPid = first.pid()
  await first.box.stop()

  const second = await aBox(runsOn, first.root)

  expect(readFileSync(join(first.root, 'logs', 'worker.previous.log'), 'utf8')).toBe(`${firstPid}\n`)
  expect(second.pid()).not.toBe(firstPid)
})

async function aBox(program: string, root = aFolder()) {
  writeFileSync(join(root, 'worker.mjs'), program)
  const lines: string[] = []
  const boxes = new Map<string, number>()
  const plan: BoxPlan = { name: 'worker', entry: 'worker.mjs', env: process.env }
  const box = startBox(plan, {
    root,
    dataDir: root,
    say: (line) => lines.push(line),
    giveUp: (reason) => lines.push(reason),
    streetFile: {
      addBox: (name, pid) => void boxes.set(name, pid),
      removeBox: (name) => void boxes.delete(name),
      markStopping() {},
      remove() {},
    },
  })
  cleanUps.push(() => box.stop())
  await box.waitUntilReady()
  const pid = () => Number(readFileSync(box.log, 'utf8').trim().split('\n').at(-1))
  return { root, box, lines, pid, running: () => [...boxes.keys()] }
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'box-'))
  cleanUps.push(() => rmSync(folder, { recursive: true }))
  return folder
}
