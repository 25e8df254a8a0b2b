import type { KnownReplay } from '../../operations/replay/look-at-replays.ts'
import type { Params } from '../finding/list-url.ts'
import { TurnPages } from '../finding/turn-pages.tsx'
import { State } from '../parts/badge.tsx'
import { Layout } from '../parts/layout.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { When } from '../parts/when.tsx'
import type { Who } from '../who/who.ts'
import { AskedFor } from './asked-for.tsx'
import { Progress } from './progress.tsx'
import { replayUrl } from './replay-url.ts'

type Props = Readonly<{
  rows: readonly KnownReplay[]
  next: string | null
  query: Params
  who: Who | null
}>

/** What was read again lately, and is now. */
export const ReplaysPage = ({ rows, next, query, who }: Props) => (
  <Layout title="Replays" who={who} section="/replays" isLive>
    <p class="hint">
      A replay reads events again. Begin one at an event, a list of events, or a group of failures; it shows
      first what it would come to.
    </p>
    <Table id="replays" columns={COLUMNS} rows={rows} empty="Nothing was replayed so far." />
    <TurnPages url="/replays" query={query} next={next} who={who} isByForm={false} />
  </Layout>
)

const COLUMNS: readonly Column<KnownReplay>[] = [
  { name: 'Replay', cell: ({ id }) => <a class="line" href={replayUrl(id)}>{`Replay ${id}`}</a> },
  { name: 'State', cell: ({ state }) => <State of={state} /> },
  { name: 'Progress', cell: replay => <Progress replay={replay} /> },
  { name: 'Events', cell: ({ asked }) => <AskedFor asked={asked} /> },
  {
    name: 'Who and why',
    cell: ({ who, why }) => (
      <>
        {who}
        <br />
        <small>{why}</small>
      </>
    )
  },
  { name: 'Begun', cell: ({ created }) => <When at={created} /> }
]
