import type { JobState } from '../redis/outbox-queues.ts'
import type { Outbox } from './outbox.ts'

const A_WHILE_MS = 60_000
const AT_ONCE = 500

/** Looks after what was handed over: what Redis completed is done, and what Redis lost is handed over again. True: there is more. */
export async function findVanished({ claimHandedOver, stateOf, finish, handBack }: Outbox): Promise<boolean> {
  const found = await claimHandedOver(A_WHILE_MS, AT_ONCE)
  const states = await Promise.all(found.map(({ jobId }) => stateOf(jobId)))
  const those = (state: JobState) => found.filter((_, index) => states[index] === state).map(({ id }) => id)

  const completed = those('completed')
  const gone = those('gone')
  if (completed.length > 0) await finish(completed)
  if (gone.length > 0) await handBack(gone)
  return found.length === AT_ONCE
}
