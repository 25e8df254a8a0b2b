import type { Outbox } from './outbox.ts'

const AT_ONCE = 500

/** The rest waits in PostgreSQL, where there is room, for a shop that consumes slowly or not at all. */
const MOST_WAITING = 10_000

/**
 * Moves what is owed from the outbox into its queue. A death after the claim leaves it claimed and not in Redis, which
 * the look for what vanished finds. True: there is more.
 */
export async function handOver({ queue, claim, handBack }: Outbox): Promise<boolean> {
  const room = Math.min(AT_ONCE, MOST_WAITING - (await queue.waiting()))
  if (room <= 0) return false

  const owed = await claim(room)
  if (owed.length === 0) return false
  try {
    await queue.addAll(owed.map(({ jobId, name, data }) => ({ id: jobId, name, data })))
  } catch (error) {
    await handBack(owed.map(({ id }) => id))
    throw error
  }
  return owed.length === room
}
