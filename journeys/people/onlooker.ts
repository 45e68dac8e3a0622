import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const narrowest = 320
const photographed = [360, 1280]

/** Checks the accessibility of the present page in the light and dark themes (WCAG 2.2 AA). */
export async function look(page: Page, station: string): Promise<void> {
  await expectNoSidewaysScrolling(page, station)
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without this, colours would be checked in the middle of their transition.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    if (process.env.KEEP_SCREENSHOTS) await keepScreenshots(page, `${station}-${colorScheme}`)
    const { violations } = await new AxeBuilder({ page }).withTags(wcag22aa).analyze()
    const faults = violations.map(
      ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`,
    )
    expect(faults, `accessibility violations at ${page.url()}, ${station}, ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
}

/** Success criterion 1.4.10: at 320 pixels there is no horizontal scrolling. */
async function expectNoSidewaysScrolling(page: Page, station: string): Promise<void> {
  const before = page.viewportSize()
  await page.setViewportSize({ width: narrowest, height: 640 })
  const stickingOut = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const all = [...document.body.querySelectorAll('*')]
    return all.filter((one) => one.getBoundingClientRect().right > clientWidth).map((one) => one.outerHTML)
  })
  if (before) await page.setViewportSize(before)
  expect(stickingOut, `elements wider than ${narrowest} pixels, ${station}`).toEqual([])
}

async function keepScreenshots(page: Page, name: string): Promise<void> {
  const folder = join(tmpdir(), 'event-sphere-screenshots')
  mkdirSync(folder, { recursive: true })
  const before = page.viewportSize()
  for (const width of photographed) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 800 })
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
  }
  if (before) await page.setViewportSize(before)
}
