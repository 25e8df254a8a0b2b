/** Lets so many pieces of work run at once; the others wait and run in the order they came. */
export function createSlots(count: number) {
  const waiting: (() => void)[] = []
  let free = count

  return async function inSlot<T>(work: () => Promise<T>): Promise<T> {
    if (free > 0) free -= 1
    else await new Promise<void>(resolve => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next === undefined) free += 1
      else next()
    }
  }
}
