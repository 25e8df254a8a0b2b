import { waitUntil } from '@paidonce/local-stack/wait-until'
import { pick, type Random } from '@paidonce/stripe-twin/seed/random'
import type { SenderLog } from '../load/sender-log.ts'
import type { Scene } from '../open-scene.ts'
import { PATIENCE_MS, type Stage, type Taken } from './fault.ts'
import type { Loss } from './losses.ts'

type StageOptions = Readonly<{
  scene: Scene
  sender: SenderLog
  now: () => number
  sleep: (ms: number) => Promise<void>
  signal: AbortSignal
}>

/** The scene as the faults see it, and what they leave to be said. */
export function setStage({ scene, ...others }: StageOptions) {
  const losses: Loss[] = []
  const objections: string[] = []
  const taken = new Set<unknown>()

  const freeOf = <Program>(programs: readonly Program[]) => {
    const free = programs.filter(program => !taken.has(program))
    return free.length > 0 && free
  }
  const takeFrom =
    <Program>(programs: readonly Program[]) =>
    async (random: Random): Promise<Taken<Program> | undefined> => {
      const free = await waitUntil(() => freeOf(programs), { deadlineMs: PATIENCE_MS, signal: others.signal })
      if (free === undefined) return undefined
      const program = pick(random, free)
      taken.add(program)
      return { program, release: () => taken.delete(program) }
    }
  const stage: Stage = {
    ...scene,
    ...others,
    takeWorker: takeFrom(scene.workers),
    takeIngest: takeFrom(scene.ingests),
    admit: loss => losses.push(loss),
    object: problem => objections.push(problem)
  }
  return { stage, losses, objections }
}
