import { expect, test } from 'vitest'
import { countTests, type VitestReport } from './run-vitest.ts'

test('every test counts as one', () => {
  const report = aReport(['passed', 'passed', 'failed'], ['passed'])

  expect(countTests(report, 1)).toEqual({ passed: 3, failed: 1, report: '' })
})

test('a test that was not run counts as a failure and is named', () => {
  const outcome = countTests(aReport(['passed', 'skipped', 'todo']), 0)

  expect(outcome).toEqual({ passed: 1, failed: 2, report: 'was not run: test 1\nwas not run: test 2' })
})

test('a file that cannot be loaded counts as a failure', () => {
  const report = aReport(['passed'])
  report.testResults.push({ name: '/journeys/pay.test.ts', status: 'failed', assertionResults: [] })

  expect(countTests(report, 1)).toEqual({
    passed: 1,
    failed: 1,
    report: 'could not be loaded: /journeys/pay.test.ts',
  })
})

test('a run that ends with a fault fails even if its tests passed', () => {
  expect(countTests(aReport(['passed']), 1)).toMatchObject({ passed: 1, failed: 1 })
})

test('a run that leaves no report, or ran nothing, fails', () => {
  expect(countTests(undefined, 1)).toMatchObject({ passed: 0, failed: 1 })
  expect(countTests({ testResults: [] }, 0)).toEqual({ passed: 0, failed: 1, report: 'no test was run' })
})

function aReport(...files: string[][]): VitestReport {
  return {
    testResults: files.map((statuses, place) => ({
      name: `file ${place}`,
      status: statuses.includes('failed') ? 'failed' : 'passed',
      assertionResults: statuses.map((status, number) => ({ status, fullName: `test ${number}` })),
    })),
  }
}
