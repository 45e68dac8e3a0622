import fc from 'fast-check'
import { type Act, step } from './act.ts'
import { carts } from './carts.ts'
import { door } from './door.ts'
import type { Known } from './known.ts'
import { orders } from './orders.ts'
import { organiser } from './organiser.ts'
import { passes, work } from './passing.ts'
import { payments } from './payments.ts'
import type { World } from './world.ts'

const anything: fc.Arbitrary<Act> = fc.oneof(
  { arbitrary: fc.oneof(...orders), weight: 3 },
  { arbitrary: fc.oneof(...carts), weight: 3 },
  { arbitrary: fc.oneof(...payments), weight: 5 },
  { arbitrary: fc.oneof(...work), weight: 3 },
  { arbitrary: fc.oneof(...organiser), weight: 1 },
  { arbitrary: fc.oneof(...door), weight: 1 },
)

export type Step = fc.AsyncCommand<Known, World>

/** Steps of a day at the fair: up to three things at once, and now and then time passes. */
export const steps: fc.Arbitrary<Step>[] = [
  ...Array.from({ length: 6 }, () => fc.array(anything, { minLength: 1, maxLength: 3 }).map(step)),
  passes.map((pause) => step([pause])),
]
