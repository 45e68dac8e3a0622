/** The result of a step of the tests, and its report of failures. */
export type Outcome = { passed: number; failed: number; report: string }
