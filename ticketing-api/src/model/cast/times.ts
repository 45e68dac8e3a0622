/** 0, 1, 2 …, as often as something is done. */
export const times = (count: number): number[] => Array.from({ length: count }, (_, n) => n)
