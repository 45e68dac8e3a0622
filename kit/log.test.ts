import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

const here = new URL('./log.ts', import.meta.url).href
const other = new URL('./unreachable.ts', import.meta.url).href

/** The log lines of a process that runs this script and exits. */
function linesOf(script: string): { msg: string; err?: Record<string, unknown>; level: number }[] {
  const source = `import { logFault, makeLog } from ${JSON.stringify(here)}; import { Unreachable } from ${JSON.stringify(other)}; const log = makeLog({ box: 'test' }); ${script}`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', source], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  expect(stderr).toBe('')
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

const numbered = Array.from({ length: 3000 }, (_, number) => `line ${number}`)

test.each([
  ['that calls exit', 'process.exit(1)'],
  ['that has nothing left to do', ''],
])('a process %s writes its last lines, all of them and in order', (_, end) => {
  const said = linesOf(`
    for (let n = 0; n < 3000; n += 1) log[n % 7 ? 'info' : 'fatal']('line ' + n)
    ${end}`)
  expect(said.map((line) => line.msg)).toEqual(numbered)
})

test('an error is logged with its type, message, code and stack, and none of its other properties', () => {
  const [line] = linesOf(`
    const fault = Object.assign(new TypeError('broken'), {
      code: 'XX001', detail: 'Key (email)=(otieno@example.com)', client: { secretKey: 1234, password: 'pass' } })
    log.error({ err: fault }, 'database')`)
  expect(line?.err).toEqual({
    type: 'TypeError',
    message: 'broken',
    code: 'XX001',
    stack: expect.stringContaining('TypeError: broken'),
  })
})

test('a database that cannot answer now is one warning without a stack', () => {
  const [line, other, silent] = linesOf(`
    logFault(log, { sweep: 'a' }, Object.assign(new Error('read-only'), { code: '25006', client: {} }), 'sweep failed')
    logFault(log, { sweep: 'a' }, new Error('wrong'), 'sweep failed')
    logFault(log, {}, new Error('LISTEN/NOTIFY heartbeat timed out'), 'jobs')`)
  expect(line).toMatchObject({ level: 40, sweep: 'a', code: '25006', reason: 'read-only' })
  expect(line).not.toHaveProperty('err')
  expect(other).toMatchObject({ level: 50, sweep: 'a', msg: 'sweep failed', err: { message: 'wrong' } })
  expect(silent).toMatchObject({ level: 40, reason: 'LISTEN/NOTIFY heartbeat timed out' })
  expect(silent).not.toHaveProperty('err')
})

test('an external server that does not answer is named and not reported as the database', () => {
  const [line] = linesOf(`
    const cause = Object.assign(new Error('Greeting never received'), { code: 'ETIMEDOUT' })
    logFault(log, { queue: 'a' }, new Unreachable('the mail server', cause), 'a job failed')`)
  const reason = 'the mail server does not answer (Greeting never received)'
  expect(line).toMatchObject({ level: 40, queue: 'a', reason, msg: 'a job failed' })
  expect(line).not.toHaveProperty('err')
})
