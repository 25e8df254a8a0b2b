import { createRandom } from '@paidonce/stripe-twin/seed/random'
import type { Planned } from '../schedule/make-schedule.ts'
import type { Fault, FaultEnd, Stage } from './fault.ts'
import { FAULTS, type FaultKind } from './table.ts'

export type FaultCount = Record<FaultEnd, number>

type RunOptions = Readonly<{
  schedule: readonly Planned<FaultKind>[]
  stage: Stage
  /** The load is over: what has not begun by then would find nobody at work. */
  isOver: () => boolean
  onBegin: (kind: FaultKind) => void
}>

/**
 * Lets the faults loose in their order, none before its time. Two of one part never overlap, and one that needs everything
 * to itself waits for all others. Resolves when the last is over.
 */
export async function runFaults({ schedule, stage, isOver, onBegin }: RunOptions) {
  const counts: Partial<Record<FaultKind, FaultCount>> = {}
  const running = new Map<Promise<void>, Fault['part']>()

  const settled = async (part: Fault['part']) => {
    const inTheWay = () =>
      [...running].filter(
        ([, other]) =>
          part === 'everything' || other === 'everything' || (part !== 'programs' && other === part)
      )
    while (inTheWay().length > 0) await Promise.race(inTheWay().map(([one]) => one))
  }
  for (const { atMs, kind, seed } of schedule) {
    const fault: Fault = FAULTS[kind]
    await stage.sleep(Math.max(0, atMs - stage.now()))
    await settled(fault.part)
    if (isOver()) break

    onBegin(kind)
    const run = fault.run(stage, createRandom(seed)).then(end => {
      const count = counts[kind] ?? { done: 0, missed: 0 }
      counts[kind] = { ...count, [end]: count[end] + 1 }
      running.delete(run)
    })
    run.catch(() => undefined) // told by the last line
    running.set(run, fault.part)
  }
  await Promise.all(running.keys())
  return counts
}
