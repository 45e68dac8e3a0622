/** A test, or a test's people and things (`cast.ts`, or a folder of them). */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || /(?:^|\/)cast(?:\.ts$|\/)/.test(path)
}
