import type { FaultCount } from '../faults/run-faults.ts'

/** One thing that must not have happened, and what it concerns. */
export type Problem = Readonly<{
  is: 'lost' | 'doubled' | 'stuck' | 'wrong'
  says: string
  concerns: Readonly<Record<string, string | readonly string[]>>
}>

/** What was missing from Stripe's list, beside what Redis lost. */
export type Swept = Readonly<{
  /** Everything up to here was compared; ISO 8601. */
  asOf: string | null
  /** Never delivered, and found. */
  neverCame: number
  /** Delivered, and found before they were taken: refused for long, or just on their way. */
  late: number
  /** How many events `gaps` names, by likely cause. */
  causes: Readonly<Record<string, number>>
}>

/** All that a drill has to say. Times are ms. */
export type DrillReport = Readonly<{
  seed: string
  orders: number
  minutes: number
  events: number
  deliveries: number
  attempts: number
  /** What the sender was answered that was no 2xx. */
  answers: Readonly<Record<string, number>>
  faults: Readonly<Record<string, FaultCount>>
  /** How often programs were started again, and those that ended without a fault's doing. */
  restarts: number
  endedByThemselves: readonly string[]
  /** Events that Redis had confirmed and lost by a fault that may do so, by kind. They came back by a sweep or by hand. */
  lostByRedis: Readonly<Record<string, number>>
  /** What `gaps` says afterwards; null without a key: then nothing is swept. */
  swept: Swept | null
  lettersRepeated: number
  announcementsRepeated: number
  longestOutageMs: number
  /** For so long the machine did not let the drill itself run: a slow machine makes slow answers. */
  longestPauseMs: number
  drainMs: number | null
  judged: Readonly<{ orders: number; events: number; jobs: number }>
  counts: Readonly<Record<Problem['is'], number>>
  problems: readonly Problem[]
  /** The command that runs the same again. */
  repeat: string
}>
