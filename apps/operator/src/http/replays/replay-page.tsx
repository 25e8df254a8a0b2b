import type { KnownReplay, Trouble } from '../../operations/replay/look-at-replays.ts'
import { eventUrl } from '../events/event-url.ts'
import { State } from '../parts/badge.tsx'
import { Fact, Facts } from '../parts/facts.tsx'
import { FormToken } from '../parts/form.tsx'
import { Layout } from '../parts/layout.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { When } from '../parts/when.tsx'
import { isAllowed, type Who } from '../who/who.ts'
import { AskedFor } from './asked-for.tsx'
import { Progress } from './progress.tsx'
import { replayUrl } from './replay-url.ts'

type Props = Readonly<{ replay: KnownReplay & Readonly<{ trouble: readonly Trouble[] }>; who: Who | null }>

/** How one replay goes, and what it could not mend. */
export const ReplayPage = ({ replay, who }: Props) => (
  <Layout title={`Replay ${replay.id}`} who={who} section="/replays" isLive>
    <div id="progress" data-part class="progress">
      <p class="lead">
        <State of={replay.state} /> {SENTENCES[replay.state]}
      </p>
      <Progress replay={replay} />
    </div>
    <div id="abort" data-part>
      {replay.state === 'queueing' && isAllowed('operator', who) && <Abort id={replay.id} who={who} />}
    </div>
    <Standing replay={replay} />
    <h2>Events that were not mended</h2>
    <Table id="trouble" columns={TROUBLE} rows={replay.trouble} empty="None so far." />
  </Layout>
)

const SENTENCES: Readonly<Record<KnownReplay['state'], string>> = {
  queueing: 'Events are queued, a portion a second.',
  paused: 'It was stopped on the command line, and goes on when it is resumed there.',
  working: 'All are queued, and workers are at them.',
  finished: 'Every event was read again.',
  aborted: 'What was not queued by then stays as it was.'
}

const Abort = ({ id, who }: Readonly<{ id: string; who: Who | null }>) => (
  <form method="post" action={replayUrl(id, '/abort')} class="actions">
    <FormToken who={who} />
    <button type="submit" class="risky">
      Abort
    </button>
    <span class="hint">What is queued already is still read.</span>
  </form>
)

const Standing = ({ replay }: Readonly<{ replay: KnownReplay }>) => (
  <div id="standing" data-part>
    <Facts>
      <Fact name="By">{replay.who}</Fact>
      <Fact name="Why">{replay.why}</Fact>
      <Fact name="Begun">
        <When at={replay.created} />
      </Fact>
      <Fact name="Events">
        <AskedFor asked={replay.asked} />
      </Fact>
      <Fact name="Queued">{`${replay.queued} of ${replay.total}`}</Fact>
      <Fact name="Letters">{replay.skipsLetters ? 'skipped' : 'sent as usual'}</Fact>
      <Fact name="Pace">{`${replay.pace} events a second`}</Fact>
      {replay.aborted && (
        <Fact name="Aborted">
          <When at={replay.aborted} />
        </Fact>
      )}
    </Facts>
  </div>
)

const TROUBLE: readonly Column<Trouble>[] = [
  { name: 'Event', cell: ({ event }) => <a href={eventUrl(event)}>{event}</a> },
  { name: 'Type', cell: ({ type }) => type },
  { name: 'Order', cell: ({ order }) => order },
  { name: 'Why', cell: ({ why }) => why }
]
