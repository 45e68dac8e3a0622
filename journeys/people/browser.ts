import process from 'node:process'
import { type Browser, chromium } from 'playwright-core'
import { findBrowser } from '../../tools/test/find-browser.ts'

/** Chromium as people use it, without its background requests. If a film is given, it replaces the camera. */
export async function openBrowser({ film }: { film?: string } = {}): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? findBrowser()
  if (!executablePath) throw new Error('no Chromium or Chrome can be started: set CHROMIUM_PATH')
  return chromium.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--no-first-run',
      '--disable-dev-shm-usage',
      ...(film ? filmArguments(film) : []),
    ],
  })
}

function filmArguments(film: string): string[] {
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  ]
}
