import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { findProcess } from '../running-process.ts'
import { type BoxPlan, startBox } from './box.ts'

const cleanUps: (() => unknown)[] = []

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

const runsOn = `process.stdout.write(process.pid + '\\n'); setInterval(() => {}, 1000)`

test('a box is ready after its first line, and ends when told to', async () => {
  const { box, pid } = await aBox(runsOn)
  const found = findProcess(pid())
  expect(found).toBeDefined()

  await box.stop()

  expect(findProcess(pid())).toBeUndefined()
})

test('a box that dies is restarted, and one line says so', async () => {
  const { pid, lines } = await aBox(runsOn)
  const first = pid()

  process.kill(first, 'SIGKILL')
  await vi.waitUntil(() => pid() !== first, { timeout: 10_000 })

  expect(findProcess(pid())).toBeDefined()
  expect(lines).toHaveLength(1)
  expect(lines[0]).toMatch(/^worker was ended by SIGKILL and will be restarted in 0\.001 s/)
})

test('a box that dies twenty times is restarted each time, and its neighbour keeps answering', async () => {
  const neighbour = await aBox(runsOn)
  const dying = await aBox(runsOn)
  const neighboursId = neighbour.pid()

  for (let death = 1; death <= 20; death += 1) {
    const before = dying.pid()
    process.kill(before, 'SIGKILL')
    await vi.waitUntil(() => dying.pid() !== before, { timeout: 10_000, interval: 5 })
    expect(findProcess(neighboursId)).toBeDefined()
  }

  expect(dying.lines).toHaveLength(20)
  expect(dying.lines.at(-1)).toMatch(
    /^worker was ended by SIGKILL and will be restarted in 0\.04 s \(its log: /,
  )
  expect(neighbour.lines).toEqual([])
})

test('a box whose program is missing is tried again, and the result is reported', async () => {
  const { root, pid, lines } = await aBox(runsOn)
  const first = pid()
  renameSync(join(root, 'worker.mjs'), join(root, 'elsewhere.mjs'))
  process.kill(first, 'SIGKILL')
  await vi.waitUntil(() => lines.length >= 3, { timeout: 10_000 })
  renameSync(join(root, 'elsewhere.mjs'), join(root, 'worker.mjs'))

  await vi.waitUntil(() => findProcess(pid()) !== undefined, { timeout: 10_000 })

  expect(lines[1]).toMatch(/^worker ended with code 1 and will be restarted/)
})

test('a box that ends before it is ready says why', async () => {
  const started = aBox(`process.stderr.write('METRICS_PORT: is not a number'); process.exit(1)`)

  await expect(started).rejects.toThrow(/worker did not start\n.*\n {2}METRICS_PORT: is not a number/)
})

test('a stopped box is not restarted', async () => {
  const { box, lines, running } = await aBox(runsOn)

  await box.stop()

  expect(lines).toEqual([])
  expect(running()).toEqual([])
})

test('the log of the previous start is kept beside the new one', async () => {
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
    pace: { firstMilliseconds: 1, longestMilliseconds: 40, healthyMilliseconds: 60_000 },
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
