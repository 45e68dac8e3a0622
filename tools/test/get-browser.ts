import { join } from 'node:path'
import process from 'node:process'
import { runCommand } from '../run-command.ts'
import { findBrowser } from './find-browser.ts'

const minutes = 60_000
// The fonts contain every character that pages and mails use.
const debianPackages = ['chromium', 'fonts-liberation', 'fonts-noto-core', 'fonts-noto-color-emoji']

/** Finds the browser for the journeys, or installs one. `fault` says why there is none. */
export async function getBrowser(root: string): Promise<{ path: string } | { fault: string }> {
  const found = findBrowser()
  if (found) return { path: found }
  if (process.env.CHROMIUM_PATH)
    return { fault: `CHROMIUM_PATH ${process.env.CHROMIUM_PATH} cannot be started` }

  const tried = [await installDebianPackage(), await fetchWithPlaywright(root)].filter(
    (line) => line !== undefined,
  )
  const installed = findBrowser()
  if (installed) return { path: installed }
  return {
    fault: `no Chromium or Chrome, and none could be installed (${tried.join('; ')}): set CHROMIUM_PATH`,
  }
}

async function installDebianPackage(): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return 'installing a package needs root'
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options = { env, limitMilliseconds: 10 * minutes }
  const update = await runCommand('apt-get', ['update'], options)
  if (update.code !== 0) return `apt-get update failed: ${lastLine(update.output)}`
  const names = ['install', '-y', '--no-install-recommends', ...debianPackages]
  const install = await runCommand('apt-get', names, options)
  return install.code === 0 ? undefined : `apt-get install failed: ${lastLine(install.output)}`
}

async function fetchWithPlaywright(root: string): Promise<string | undefined> {
  if (findBrowser()) return undefined
  const program = join(root, 'node_modules', '.bin', 'playwright-core')
  const fetched = await runCommand(program, ['install', 'chromium'], { limitMilliseconds: 10 * minutes })
  return fetched.code === 0 ? undefined : `playwright install chromium failed: ${lastLine(fetched.output)}`
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1) ?? ''
}
