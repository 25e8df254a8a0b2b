import type { Fault } from './fault.ts'
import { ingestClockStepped } from './ingest-clock-stepped.ts'
import { ingestConnectionsCut } from './ingest-connections-cut.ts'
import { ingestFrozen } from './ingest-frozen.ts'
import { ingestKilled } from './ingest-killed.ts'
import { ingestKilledBeforeAnswer } from './ingest-killed-before-answer.ts'
import { ingestRepliesSwallowed } from './ingest-replies-swallowed.ts'
import { mailBusy } from './mail-busy.ts'
import { mailDies } from './mail-dies.ts'
import { mailHangs } from './mail-hangs.ts'
import { mailRefuses } from './mail-refuses.ts'
import { postgresHung } from './postgres-hung.ts'
import { postgresKilled } from './postgres-killed.ts'
import { redisFailedOver } from './redis-failed-over.ts'
import { redisFull } from './redis-full.ts'
import { redisHung } from './redis-hung.ts'
import { redisKilled } from './redis-killed.ts'
import { redisKilledEverysec } from './redis-killed-everysec.ts'
import { redisMemoryLost } from './redis-memory-lost.ts'
import { redisPowerCut } from './redis-power-cut.ts'
import { rollingRestart } from './rolling-restart.ts'
import { workerClockStepped } from './worker-clock-stepped.ts'
import { workerConnectionsCut } from './worker-connections-cut.ts'
import { workerFrozen } from './worker-frozen.ts'
import { workerKilled } from './worker-killed.ts'
import { workerKilledAfterCommit } from './worker-killed-after-commit.ts'
import { workerKilledAfterMail } from './worker-killed-after-mail.ts'
import { workerKilledAtCommit } from './worker-killed-at-commit.ts'
import { workerKilledFinishing } from './worker-killed-finishing.ts'
import { workerKilledInTransaction } from './worker-killed-in-transaction.ts'
import { workerRepliesSwallowed } from './worker-replies-swallowed.ts'

/** Every fault, by the name to ask for it. */
export const FAULTS = {
  worker_killed: workerKilled,
  worker_killed_in_transaction: workerKilledInTransaction,
  worker_killed_at_commit: workerKilledAtCommit,
  worker_killed_after_commit: workerKilledAfterCommit,
  worker_killed_finishing: workerKilledFinishing,
  worker_killed_after_mail: workerKilledAfterMail,
  worker_frozen: workerFrozen,
  worker_connections_cut: workerConnectionsCut,
  worker_replies_swallowed: workerRepliesSwallowed,
  worker_clock_stepped: workerClockStepped,
  ingest_killed: ingestKilled,
  ingest_killed_before_answer: ingestKilledBeforeAnswer,
  ingest_frozen: ingestFrozen,
  ingest_connections_cut: ingestConnectionsCut,
  ingest_replies_swallowed: ingestRepliesSwallowed,
  ingest_clock_stepped: ingestClockStepped,
  redis_killed: redisKilled,
  redis_killed_everysec: redisKilledEverysec,
  redis_hung: redisHung,
  redis_full: redisFull,
  redis_power_cut: redisPowerCut,
  redis_memory_lost: redisMemoryLost,
  redis_failed_over: redisFailedOver,
  postgres_killed: postgresKilled,
  postgres_hung: postgresHung,
  mail_busy: mailBusy,
  mail_refuses: mailRefuses,
  mail_hangs: mailHangs,
  mail_dies: mailDies,
  rolling_restart: rollingRestart
} as const satisfies Record<string, Fault>

export type FaultKind = keyof typeof FAULTS

export const FAULT_KINDS = Object.keys(FAULTS) as FaultKind[]

export const isFaultKind = (text: string): text is FaultKind => Object.hasOwn(FAULTS, text)
