import type { Fault } from './fault.ts'

/** The faults that are still to come. */
export type FaultShelf = ReturnType<typeof createFaultShelf>

export function createFaultShelf() {
  let left: readonly Fault[] = []
  return {
    /** Instead of those that were left. */
    set(faults: readonly Fault[]) {
      left = faults.filter(({ times = 1 }) => times > 0)
    },
    left: () => left,
    /** Takes the first one for this path. */
    take(path: string): Fault | undefined {
      const fault = left.find(({ path: start = '/v1/' }) => path.startsWith(start))
      left = left.flatMap(other => (other === fault ? usedOnce(other) : [other]))
      return fault
    }
  }
}

const usedOnce = ({ times = 1, ...fault }: Fault): Fault[] =>
  times > 1 ? [{ ...fault, times: times - 1 }] : []
