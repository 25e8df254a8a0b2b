import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { nextToReplay } from '@paidonce/ledger/replaying/portion'
import { finishReplay, leaseReplay, leaveReplay } from '@paidonce/ledger/replaying/run'
import { run } from '@paidonce/ledger/transaction'
import { queuePortion, type RunPorts } from './queue-portion.ts'

const SECOND_MS = 1_000

/**
 * Queues what a replay has left, a portion a second, until nothing is left, somebody aborts it, or `signal` does. A portion is noted
 * once Redis has it: who dies between the two queues it again, under the same job ids. False if the replay is over, aborted, or
 * another's just now. Throws LedgerError, or what Redis said.
 */
export async function runReplay(
  ports: RunPorts,
  id: string,
  { signal, onPortion }: Readonly<{ signal?: AbortSignal; onPortion?: () => unknown }> = {}
): Promise<boolean> {
  const { ledger } = ports
  const runner = randomUUID()
  let hasRun = false
  try {
    for (;;) {
      const [lease] = await run(ledger, leaseReplay(id, runner))
      if (lease === undefined || signal?.aborted) return hasRun
      hasRun = true
      const portion = await run(ledger, nextToReplay(id, lease.pace))
      if (portion.length === 0) break
      const isQueued = await queuePortion(ports, lease, portion)
      await onPortion?.()
      if (portion.length === lease.pace || !isQueued)
        await wait(SECOND_MS, undefined, { signal }).catch(() => undefined)
    }
    await run(ledger, finishReplay(id))
    return true
  } finally {
    await run(ledger, leaveReplay(id, runner)).catch(() => undefined)
  }
}
