import { createHash } from 'node:crypto'

/** A number in [0, 1) that depends only on the seed and the arguments, so a run can be repeated. */
export function chance(seed: number, ...about: (string | number)[]): number {
  const digest = createHash('sha256')
    .update([seed, ...about].join(':'))
    .digest()
  return digest.readUInt32BE(0) / 2 ** 32
}
