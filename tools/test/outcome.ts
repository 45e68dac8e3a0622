/** What came of a step of the tests, and all that it has to say of failures. */
export type Outcome = { passed: number; failed: number; report: string }
