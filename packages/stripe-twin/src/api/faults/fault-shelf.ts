import type { Fault, RequestKind, StandingKind } from './fault.ts'

/** The faults that are still to come, and those that stand. */
export type FaultShelf = ReturnType<typeof createFaultShelf>

type Of<Kind> = Fault & Readonly<{ kind: Kind }>

export function createFaultShelf() {
  let left: readonly Fault[] = []

  /** Takes the first of these kinds for this path. */
  function take<Kind extends RequestKind>(path: string, kinds: readonly Kind[]): Of<Kind> | undefined {
    const isMeant = (fault: Fault): fault is Of<Kind> =>
      kinds.some(kind => kind === fault.kind) && path.startsWith(fault.path ?? '/v1/')
    const fault = left.find(isMeant)
    left = left.flatMap(other => (other === fault ? usedOnce(other) : [other]))
    return fault
  }

  return {
    /** Instead of those that were left. */
    set(faults: readonly Fault[]) {
      left = faults.filter(({ times = 1 }) => times > 0)
    },
    left: () => left,
    take,
    standing: (kind: StandingKind): readonly Fault[] => left.filter(fault => fault.kind === kind)
  }
}

const usedOnce = ({ times = 1, ...fault }: Fault): Fault[] =>
  times > 1 ? [{ ...fault, times: times - 1 }] : []
