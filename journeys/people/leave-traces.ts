import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import type { Page } from 'playwright-core'
import { onTestFailed } from 'vitest'

/** If the journey fails, keeps a screenshot of the last page for debugging. */
export function leaveTraces(page: Page, person: string): void {
  onTestFailed(async () => {
    const folder = join(tmpdir(), 'event-sphere-traces')
    mkdirSync(folder, { recursive: true })
    const path = join(folder, `${person}.png`)
    await page.screenshot({ path, fullPage: true }).catch(() => {})
    process.stderr.write(`${person} saw last: ${page.url()}, ${path}\n`)
  })
}
