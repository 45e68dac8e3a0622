import { expect, test } from 'vitest'
import { findCircles } from './find-circles.ts'

const packages = { '@event-sphere/kit': 'kit' }

test('files that import each other are a cycle, also by types and through packages', () => {
  const faults = findCircles(
    [
      { path: 'kit/one.ts', text: `import type { Two } from './two.ts'` },
      { path: 'kit/two.ts', text: `import { three } from '@event-sphere/kit/three'` },
      { path: 'kit/three.ts', text: `export { one } from './one.ts'` },
      { path: 'kit/four.ts', text: `import { one } from './one.ts'` },
    ],
    packages,
  )

  expect(faults).toEqual([expect.stringContaining('kit/one.ts → kit/two.ts → kit/three.ts → kit/one.ts')])
})

test('two paths to one file are not a cycle, and tests may import upwards', () => {
  const faults = findCircles(
    [
      { path: 'kit/top.ts', text: `import './left.ts'\nimport './right.ts'` },
      { path: 'kit/left.ts', text: `import './end.ts'` },
      { path: 'kit/right.ts', text: `import './end.ts'` },
      { path: 'kit/end.ts', text: '' },
      { path: 'kit/end.test.ts', text: `import './top.ts'` },
    ],
    packages,
  )

  expect(faults).toEqual([])
})
