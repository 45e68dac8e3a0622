/** A test, or the people and things that tests are told with (`cast.ts`, or a folder of them). */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || /(?:^|\/)cast(?:\.ts$|\/)/.test(path)
}
