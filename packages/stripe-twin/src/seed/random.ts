import { createHash } from 'node:crypto'

/** The next number of a stream, 0 or more and below 1. */
export type Random = () => number

/**
 * The same text gives the same stream, on every machine. The generator is sfc32, a public one; its state of 128 bits, taken
 * from a hash of the text, keeps a hundred thousand orders from ever sharing a stream.
 */
export function createRandom(seed: string): Random {
  const digest = createHash('sha256').update(seed).digest()
  let a = digest.readInt32LE(0)
  let b = digest.readInt32LE(4)
  let c = digest.readInt32LE(8)
  let counter = digest.readInt32LE(12)

  return () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
}

/** A whole number from `from` up to `to`, both included. */
export const between = (random: Random, from: number, to: number): number =>
  from + Math.floor(random() * (to - from + 1))

/** Throws a RangeError if there is nothing to pick from. */
export function pick<T>(random: Random, from: readonly T[]): T {
  const index = Math.floor(random() * from.length)
  if (index >= from.length) throw new RangeError('there is nothing to pick from')
  return from[index] as T
}

/** The same elements in any order, each order equally likely (Fisher and Yates). */
export function shuffled<T>(random: Random, elements: readonly T[]): T[] {
  const result = [...elements]
  for (let last = result.length - 1; last > 0; last--) {
    const other = between(random, 0, last)
    ;[result[last], result[other]] = [result[other] as T, result[last] as T]
  }
  return result
}
