import type { Ledger } from '@paidonce/ledger/pool'
import { listReplays } from '../../operations/replay/look-at-replays.ts'
import type { Streams } from '../run-command.ts'
import { showReplays } from '../show/show-replays.ts'

/** Says how the newest replays went, or go. Gives the exit code: 0 found, 1 none. */
export async function list(
  ledger: Ledger,
  { limit, json }: Readonly<{ limit: number; json: boolean }>,
  { out, err }: Streams
): Promise<number> {
  const { rows: replays } = await listReplays(ledger, { limit })
  if (json) out(JSON.stringify(replays, null, 2))
  else if (replays.length === 0) err('Nothing was replayed so far.')
  else out(showReplays(replays))
  return replays.length === 0 ? 1 : 0
}
