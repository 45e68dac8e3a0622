import { afterAll, expect, inject, test } from 'vitest'
import { anAttendee } from './people/attendee.ts'
import { openBrowser } from './people/browser.ts'

const street = inject('demonstration')
const browser = await openBrowser()
afterAll(() => browser.close())

test('after an invalid number, going back and reloading send nothing', async () => {
  const auma = await anAttendee(browser, street, { name: 'auma' })
  const { page, say } = auma
  await auma.opensSummit()
  await auma.registers()
  await auma.choosesGala()
  await auma.mistypesPhone('12345')
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(request.url())
  })

  await page.reload()
  await page.getByRole('alert').waitFor()
  expect(await page.getByLabel(say.phone).inputValue()).toBe('12345')
  await page.goBack()
  await page.getByLabel(say.phone).waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
  await page.goForward()
  await page.getByRole('alert').waitFor()
  expect(sent).toEqual([])
  expect(auma.faults).toEqual([])
})
