import { expect, test } from 'vitest'
import { groupSteps } from './group-steps.ts'
import { type Step, steps } from './steps.ts'

test('the checks and the build run together, and the tests run alone after them', () => {
  expect(groupSteps(steps).map((group) => group.map(({ name }) => name))).toEqual([
    ['check-rooms', 'biome', 'types', 'knip', 'build'],
    ['rooms'],
    ['journeys'],
  ])
})

test('a long step between quick ones separates them', () => {
  const step = (name: string, isQuick: boolean): Step => ({ name, isQuick, says: '', run: async () => done })
  const done = { passed: 1, failed: 0, report: '' }

  const groups = groupSteps([step('one', true), step('two', false), step('three', true), step('four', true)])

  expect(groups.map((group) => group.map(({ name }) => name))).toEqual([['one'], ['two'], ['three', 'four']])
})
