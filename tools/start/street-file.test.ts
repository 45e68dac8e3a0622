import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { findProcess } from '../running-process.ts'
import { clearStreet, openStreetFile } from './street-file.ts'

const cleanUps: (() => unknown)[] = []

afterEach(() => {
  for (const cleanUp of cleanUps.splice(0).reverse()) cleanUp()
})

test('processes left by a killed start are ended by their ids', async () => {
  const dataDir = aFolder()
  const orphan = aProcess()
  const bystander = aProcess()
  writeStreet(dataDir, { supervisor: theDead(), boxes: { worker: known(orphan) } })
  const lines: string[] = []

  expect(await clearStreet(dataDir, (line) => lines.push(line))).toBeUndefined()

  expect(findProcess(orphan.pid ?? 0)).toBeUndefined()
  expect(findProcess(bystander.pid ?? 0)).toBeDefined()
  expect(lines).toEqual(['an earlier start was killed: stopping its processes (worker)'])
  expect(existsSync(join(dataDir, 'street.json'))).toBe(false)
})

test("a process that has reused an old box's id is left alone", async () => {
  const dataDir = aFolder()
  const bystander = aProcess()
  writeStreet(dataDir, { supervisor: theDead(), boxes: { worker: { ...known(bystander), startMark: '1' } } })

  expect(await clearStreet(dataDir, () => {})).toBeUndefined()

  expect(findProcess(bystander.pid ?? 0)).toBeDefined()
})

test('a running street is named and left alone', async () => {
  const dataDir = aFolder()
  const [supervisor, box] = [aProcess(), aProcess()]
  writeStreet(dataDir, { supervisor: known(supervisor), boxes: { site: known(box) } })

  const line = await clearStreet(dataDir, () => {})

  expect(line).toContain(`Event-Sphere is already running with this data (process ${supervisor.pid})`)
  expect(findProcess(box.pid ?? 0)).toBeDefined()
})

test('a start waits for a street that is stopping', async () => {
  const dataDir = aFolder()
  const supervisor = aProcess()
  writeStreet(dataDir, { supervisor: known(supervisor), isStopping: true, boxes: {} })
  setTimeout(() => supervisor.kill(), 200)

  expect(await clearStreet(dataDir, () => {})).toBeUndefined()
})

test('a damaged or missing file does not prevent a start', async () => {
  const dataDir = aFolder()
  expect(await clearStreet(dataDir, () => {})).toBeUndefined()
  writeFileSync(join(dataDir, 'street.json'), '{ "supervisor": {')
  expect(await clearStreet(dataDir, () => {})).toBeUndefined()
})

test('the file names the supervisor and the running boxes', () => {
  const dataDir = aFolder()
  const box = aProcess()
  const file = openStreetFile(dataDir)
  file.addBox('site', box.pid ?? 0)
  file.markStopping()

  const written = JSON.parse(readFileSync(join(dataDir, 'street.json'), 'utf8'))

  expect(written).toEqual({
    supervisor: { pid: process.pid, startMark: findProcess(process.pid)?.startMark },
    isStopping: true,
    boxes: { site: known(box) },
  })
  file.remove()
  expect(existsSync(join(dataDir, 'street.json'))).toBe(false)
})

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'street-file-'))
  cleanUps.push(() => rmSync(folder, { recursive: true }))
  return folder
}

function aProcess(): ChildProcess {
  const child = spawn('sleep', ['60'])
  cleanUps.push(() => child.kill('SIGKILL'))
  return child
}

function known(child: ChildProcess) {
  return { pid: child.pid, startMark: findProcess(child.pid ?? 0)?.startMark }
}

/** A dead process: an id with another start time. */
function theDead() {
  return { pid: process.pid, startMark: 'another' }
}

function writeStreet(dataDir: string, street: object): void {
  writeFileSync(join(dataDir, 'street.json'), JSON.stringify({ isStopping: false, ...street }))
}
