import type { Ledger } from '@paidonce/ledger/pool'
import { abortReplay } from '../operations/replay/abort-replay.ts'
import { lookAtReplay } from '../operations/replay/look-at-replays.ts'
import { notPreviewed } from '../operations/replay/not-previewed.ts'
import { type Preview, previewReplay } from '../operations/replay/preview.ts'
import { showPreview } from '../operations/replay/show-replay.ts'
import { startReplay } from '../operations/replay/start-replay.ts'
import { chooseEvents } from '../operations/replay/which-events.ts'
import { workerRules } from '../operations/worker-rules.ts'
import { replayPorts } from '../redis/replay-ports.ts'
import { misused } from './misused.ts'
import { goOn, tell } from './replay/go-on.ts'
import { HELP } from './replay/help.ts'
import { list } from './replay/list.ts'
import { type How, type NewReplay, readArguments } from './replay/read-arguments.ts'
import type { Command, Streams, Terminal } from './run-command.ts'
import { plain } from './show/plain.ts'
import { redisUrl } from './where-to-look.ts'
import { withLedger } from './with-ledger.ts'

/** The `replay` command. Gives the exit code: 0 all finished, 1 not all or not done, 2 misused. */
export const replay: Command = async (argv, env, say) => {
  const asked = readArguments(argv, Date.now())
  if (typeof asked === 'string') {
    return misused(HELP, asked, say)
  }
  if (asked.verb === 'help') {
    say.out(HELP)
    return 0
  }
  return await withLedger(env, async ledger => {
    if (asked.verb === 'list') return await list(ledger, asked, say)
    if (asked.verb === 'abort') {
      if ((await lookAtReplay(ledger, asked.id)) === undefined)
        return await tell(ledger, asked.id, asked, say)
      await abortReplay(ledger, { id: asked.id, who: asked.by })
      await tell(ledger, asked.id, asked, say)
      return 0
    }
    const ports = { ledger, ...replayPorts(redisUrl(env)) }
    if (asked.verb === 'resume') return await goOn(ports, asked.id, asked, say)
    return await begin(ports, await workerRules(env), asked, say)
  })
}

type Ports = Readonly<{ ledger: Ledger }> & ReturnType<typeof replayPorts>

async function begin(
  ports: Ports,
  rules: Awaited<ReturnType<typeof workerRules>>,
  asked: NewReplay & How,
  say: Streams & Terminal
): Promise<number> {
  const { which, cap, pace, skipsLetters, isDry, isSure, by, why } = asked
  if (isDry || !isSure) {
    const ids = await chooseEvents(ports.ledger, which, cap)
    if (ids.length === 0) return nothing(say)
    const preview = await previewReplay({ ...ports, ...rules }, ids)
    const more = notPreviewed(preview)
    if (more !== undefined) say.err(more)
    if (!asked.json || isDry)
      say.out(
        asked.json
          ? JSON.stringify({ ...preview, skipsLetters })
          : showPreview(harmless(preview), skipsLetters)
      )
    if (isDry) return preview.leftOut.length === 0 ? 0 : 1
    if (!(await say.ask('\nReplay these?'))) {
      say.err('Nothing was done: nobody said yes. --yes says it for you.')
      return 1
    }
  }
  await ports.reach() // else it would be written down, and a console begin it after this has said that it could not
  const id = await startReplay(ports.ledger, { which, who: by, why, skipsLetters, pace, cap })
  return id === undefined ? nothing(say) : await goOn(ports, id, asked, say)
}

/** A buyer may have named the order. */
const harmless = (preview: Preview): Preview => ({
  ...preview,
  changes: preview.changes.map(change => ({ ...change, order: plain(change.order) }))
})

function nothing({ err }: Streams): number {
  err('There is no such event.')
  return 1
}
