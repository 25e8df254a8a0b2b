import type { JobState, OutboxQueue } from '../redis/outbox-queues.ts'

/** Something owed, ready to be a job. `id` is the outbox's, `jobId` the queue's. */
export type Owed = Readonly<{ id: string; jobId: string; name: string; data: unknown }>

export type HandedOver = Pick<Owed, 'id' | 'jobId'>

/** One kind of debt: where it is kept, and the queue it is handed over to. */
export type Outbox = Readonly<{
  queue: Pick<OutboxQueue, 'addAll' | 'waiting'>
  /** Takes up to so many that nobody handed over yet; nobody else gets the same. */
  claim: (limit: number) => Promise<readonly Owed[]>
  /** Some that were handed over a while ago and are not done, each once in that while. */
  claimHandedOver: (olderThanMs: number, limit: number) => Promise<readonly HandedOver[]>
  stateOf: (jobId: string) => Promise<JobState>
  /** They are not in Redis after all. */
  handBack: (ids: readonly string[]) => Promise<unknown>
  /** Redis says that they are done. */
  finish: (ids: readonly string[]) => Promise<unknown>
}>
