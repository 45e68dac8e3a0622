/** The package has no types of its own. It reads whatever it is given: compare what comes out with what went in. */
declare module 'base45' {
  export function encode(bytes: Uint8Array): string
  export function decode(text: string): Buffer
}
