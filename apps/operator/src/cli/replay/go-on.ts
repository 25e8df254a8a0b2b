import { setTimeout as wait } from 'node:timers/promises'
import type { Ledger } from '@paidonce/ledger/pool'
import { pauseReplay, resumeReplay } from '@paidonce/ledger/replaying/run'
import { run } from '@paidonce/ledger/transaction'
import { lookAtReplay } from '../../operations/replay/look-at-replays.ts'
import type { RunPorts } from '../../operations/replay/queue-portion.ts'
import { runReplay } from '../../operations/replay/run-replay.ts'
import { showProgress, showReplay } from '../../operations/replay/show-replay.ts'
import type { Streams, Terminal } from '../run-command.ts'
import { plain } from '../show/plain.ts'
import type { How } from './read-arguments.ts'

const LOOK_EVERY_MS = 500

/** Queues what is left of a replay, watches until the workers are done with it, and tells. Gives the exit code. */
export async function goOn(ports: RunPorts, id: string, how: How, say: Streams & Terminal): Promise<number> {
  const signal = say.interrupted()
  const look = async () => {
    const replay = await lookAtReplay(ports.ledger, id)
    if (replay !== undefined) say.progress(showProgress(replay))
    return replay?.state
  }
  await run(ports.ledger, resumeReplay(id))
  for (;;) {
    // A console may be at it, or a runner have died a moment ago: then this takes it over as soon as that may be.
    await runReplay(ports, id, { signal, onPortion: look })
    if (!isOpen(await look(), how) || signal.aborted) break
    await wait(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined)
  }
  if (signal.aborted) {
    await run(ports.ledger, pauseReplay(id))
    say.err(`Stopped. To go on: replay --resume ${id}. To end it for good: replay --abort ${id}`)
  }
  const code = await tell(ports.ledger, id, how, say)
  return signal.aborted ? 1 : code
}

const isOpen = (state: string | undefined, { waits }: How) =>
  state === 'queueing' || (state === 'working' && waits)

/** Says what came of a replay. Gives the exit code: 0 all that is over is finished, 1 not so, or there is no such replay. */
export async function tell(
  ledger: Ledger,
  id: string,
  { json }: How,
  { out, err }: Streams
): Promise<number> {
  const replay = await lookAtReplay(ledger, id)
  if (replay === undefined) {
    err('There is no replay of this number.')
    return 1
  }
  const trouble = replay.trouble.map(one => ({ ...one, order: one.order && plain(one.order) }))
  out(json ? JSON.stringify(replay) : showReplay({ ...replay, trouble }))
  return replay.failed + replay.leftOut > 0 || replay.state === 'aborted' ? 1 : 0
}
