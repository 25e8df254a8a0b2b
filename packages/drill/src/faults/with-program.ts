import type { Random } from '@paidonce/stripe-twin/seed/random'
import type { Ingest, Worker } from '../fleet/start-fleet.ts'
import type { Fate } from '../proxies/start-proxy.ts'
import { type Fault, type FaultEnd, PATIENCE_MS, type Stage, type Taken } from './fault.ts'

type Work<Program> = (program: Program, stage: Stage, random: Random) => Promise<FaultEnd>

/** A fault of one worker, which nobody else touches meanwhile and which is back at work when it ends. */
export const ofAWorker = (about: string, work: Work<Worker>): Fault => ({
  about,
  part: 'programs',
  run: async (stage, random) => await held(await stage.takeWorker(random), work, stage, random)
})

/** The same of an ingest. */
export const ofAnIngest = (about: string, work: Work<Ingest>): Fault => ({
  about,
  part: 'programs',
  run: async (stage, random) => await held(await stage.takeIngest(random), work, stage, random)
})

async function held<Program extends Worker | Ingest>(
  taken: Taken<Program> | undefined,
  work: Work<Program>,
  stage: Stage,
  random: Random
): Promise<FaultEnd> {
  if (taken === undefined) return 'missed'
  try {
    return await work(taken.program, stage, random)
  } finally {
    await taken.program.becomesReady(stage.signal)
    taken.release()
  }
}

type Wire<Sign> = Readonly<{
  arm: (
    trap: Readonly<{ wants: (sign: Sign) => boolean; spring: () => Fate; withinMs: number }>
  ) => Promise<boolean>
}>

/** Kills a program when its proxy sees the moment; `fate` says whether the program could still hear what told it. */
export async function killWhen<Sign>(
  program: Readonly<{ kill: (signal: NodeJS.Signals) => void }>,
  wire: Wire<Sign>,
  { wants, fate }: Readonly<{ wants: (sign: Sign) => boolean; fate: Fate }>
): Promise<FaultEnd> {
  const spring = () => {
    program.kill('SIGKILL')
    return fate
  }
  return (await wire.arm({ wants, spring, withinMs: PATIENCE_MS })) ? 'done' : 'missed'
}
