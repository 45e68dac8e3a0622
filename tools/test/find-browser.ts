import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const places = [
  '/usr/bin',
  '/usr/local/bin',
  '/opt/google/chrome',
  '/snap/bin',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]
/** Paths inside a browser of Playwright's folder, by platform and by the names used over time. */
const playwrightPrograms = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
]

/** A Chromium or Chrome that runs on this machine: CHROMIUM_PATH, the usual places, or Playwright's. */
export function findBrowser(): string | undefined {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted) return doesRun(wanted) ? wanted : undefined
  return [...installed(), ...fetchedByPlaywright()].find(doesRun)
}

function installed(): string[] {
  const folders = (process.env.PATH ?? '').split(':')
  return [...names.flatMap((name) => [...folders, ...places].map((folder) => join(folder, name))), ...places]
}

function fetchedByPlaywright(): string[] {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH,
    join(homedir(), '.cache', 'ms-playwright'),
    join(homedir(), 'Library', 'Caches', 'ms-playwright'),
  ]
  return caches.flatMap((cache) =>
    listFolder(cache).flatMap((browser) =>
      playwrightPrograms.map((program) => join(cache ?? '', browser, program)),
    ),
  )
}

function listFolder(folder: string | undefined): string[] {
  try {
    return folder ? readdirSync(folder).filter((name) => name.startsWith('chromium-')) : []
  } catch {
    return []
  }
}

/** Printing its version loads all its libraries, so an incomplete installation is skipped. */
function doesRun(path: string): boolean {
  const answer = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return answer.status === 0 && /chrom/i.test(answer.stdout)
}
