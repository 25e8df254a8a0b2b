import type { Server } from '@paidonce/local-stack/server'
import type { Random } from '@paidonce/stripe-twin/seed/random'
import type { Ingest, Worker } from '../fleet/start-fleet.ts'
import type { SenderLog } from '../load/sender-log.ts'
import type { PostOffice } from '../mail/post-office.ts'
import type { Seat } from '../redis/open-seat.ts'
import type { Warden } from '../redis/warden.ts'
import type { Loss } from './losses.ts'

/** Everything that a fault can lay hands on. */
export type Stage = Readonly<{
  ingests: readonly Ingest[]
  workers: readonly Worker[]
  redis: Seat
  postgres: Server
  mail: PostOffice
  warden: Warden
  sender: SenderLog
  /** A program that no other fault has its hands on, until `release`. Undefined if there is none for a long time. */
  takeWorker: (random: Random) => Promise<Taken<Worker> | undefined>
  takeIngest: (random: Random) => Promise<Taken<Ingest> | undefined>
  /** Says what this fault may have taken from Redis. */
  admit: (loss: Loss) => unknown
  /** Says what must not have happened. */
  object: (problem: string) => unknown
  /** Ms since the drill began. */
  now: () => number
  sleep: (ms: number) => Promise<void>
  signal: AbortSignal
}>

export type Taken<Program> = Readonly<{ program: Program; release: () => unknown }>

/** `missed`: the moment that it waits for did not come. */
export type FaultEnd = 'done' | 'missed'

export type Fault = Readonly<{
  /** One line for a list. */
  about: string
  /** What it has to itself. Faults of different parts may overlap, as they do in life. */
  part: 'redis' | 'postgres' | 'mail' | 'programs' | 'everything'
  run: (stage: Stage, random: Random) => Promise<FaultEnd>
}>

/** How long a fault waits for the moment that the protocol tells. */
export const PATIENCE_MS = 15_000
