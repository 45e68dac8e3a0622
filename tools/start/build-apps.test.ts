import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { buildApps } from './build-apps.ts'

test('of two starts at once only one builds, and the turn of a killed one is released', async () => {
  const root = aHouse()
  // Above the highest process id of Linux, so no process has it.
  writeFileSync(join(root, 'node_modules/.event-sphere-built-site.turn'), '4194304 1')

  const answers = await Promise.all([buildApps(root), buildApps(root)])

  expect(answers).toEqual([{}, {}])
  expect(readFileSync(join(root, 'built'), 'utf8').trim().split('\n').sort()).toEqual(['gate', 'site'])
  expect(readdirSync(join(root, 'node_modules')).filter((name) => name.includes('.turn'))).toEqual([])
})

/** A repository whose build programs only record that they were called. */
function aHouse(): string {
  const root = mkdtempSync(join(tmpdir(), 'build-apps-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const folder of ['node_modules/.bin', 'site/build/server', 'gate/dist', 'contract'])
    mkdirSync(join(root, folder), { recursive: true })
  const builders = [
    { name: 'site', command: 'react-router', made: 'build/server/index.js' },
    { name: 'gate', command: 'vite', made: 'dist/index.html' },
  ]
  for (const { name, command, made } of builders) {
    const file = join(root, 'node_modules/.bin', command)
    writeFileSync(file, `#!/bin/sh\nsleep 0.3\necho ${name} >> '${root}/built'\ntouch ${made}\n`)
    chmodSync(file, 0o755)
  }
  return root
}
