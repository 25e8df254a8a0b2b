import { plural } from '../../operations/plural.ts'
import { notPreviewed } from '../../operations/replay/not-previewed.ts'
import type { Preview } from '../../operations/replay/preview.ts'
import { USUAL_PACE } from '../../operations/replay/start-replay.ts'
import { eventUrl } from '../events/event-url.ts'
import { FormToken } from '../parts/form.tsx'
import { Layout } from '../parts/layout.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { TypeName } from '../parts/type-name.tsx'
import type { Who } from '../who/who.ts'
import { CHANGES } from './change-columns.tsx'
import type { WhichQuery } from './which-query.ts'

type Props = Readonly<{ query: WhichQuery; preview: Preview; who: Who | null }>

/** More would be read by nobody; the sums above tell of all that were previewed. */
const SHOWN = 200

/** What a replay would come to, before anything is done. */
export const PreviewPage = ({ query, preview, who }: Props) => {
  const { total, events, changes, leftOut } = preview
  const more = notPreviewed(preview)
  return (
    <Layout title={`Replay ${plural(total, 'event')}?`} who={who} section="/replays">
      {more !== undefined && (
        <p class="notice wait" role="note">
          {more}
        </p>
      )}
      <p class="lead" id="outcome">
        {outcomeOf(preview)}
      </p>
      {more === undefined && events > 0 && <Start query={query} what={plural(events, 'event')} who={who} />}
      {more !== undefined && <Start query={query} what={`all ${total} events`} who={who} />}
      <h2>What would change</h2>
      <Table
        id="changes"
        columns={CHANGES}
        rows={changes.slice(0, SHOWN)}
        empty="No order. Each of them ends as it stands; nothing is fulfilled or sent twice."
      />
      {changes.length > SHOWN && <p class="hint">{`And ${changes.length - SHOWN} more orders.`}</p>}
      {leftOut.length > 0 && (
        <>
          <h2>What cannot be replayed</h2>
          <Table id="left-out" columns={LEFT_OUT} rows={leftOut.slice(0, SHOWN)} empty="" />
        </>
      )}
    </Layout>
  )
}

function outcomeOf({ total, previewed, events, changes, leftOut }: Preview): string {
  if (events === 0 && previewed === total) return 'There is nothing that could be replayed.'
  const count = (kind: 'letters' | 'announcements') =>
    changes.reduce((sum, { newly }) => sum + newly[kind].length, 0)
  return [
    `${plural(events, 'event')} would be read again.`,
    `${plural(changes.length, 'order')} would change,`,
    `${plural(count('letters'), 'letter')} and ${plural(count('announcements'), 'announcement')} would go out.`,
    ...(leftOut.length > 0 ? [`${plural(leftOut.length, 'event')} cannot be replayed.`] : [])
  ].join(' ')
}

const Start = ({ query, what, who }: Readonly<{ query: WhichQuery; what: string; who: Who | null }>) => (
  <form class="card" method="post" action="/replays">
    <FormToken who={who} />
    {Object.entries(query).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={String(value)} />
    ))}
    <label>
      Why
      <input name="why" required maxLength={500} autocomplete="off" />
    </label>
    <label class="narrow">
      Events a second
      <input name="pace" type="number" min={1} max={1000} value={USUAL_PACE} required />
    </label>
    <label class="check">
      <input name="skipLetters" type="checkbox" value="yes" /> Skip letters: those that would be owed are
      written down as withdrawn
    </label>
    <button type="submit">{`Replay ${what}`}</button>
  </form>
)

const LEFT_OUT: readonly Column<Preview['leftOut'][number]>[] = [
  { name: 'Event', cell: ({ event }) => <a href={eventUrl(event)}>{event}</a> },
  { name: 'Type', cell: ({ type }) => <TypeName type={type} /> },
  { name: 'Why', cell: ({ code }) => WHY[code] ?? code }
]

const WHY: Readonly<Record<string, string>> = {
  NOT_IN_LEDGER: 'the ledger does not know it',
  PAYLOAD_ERASED: 'its payload is erased'
}
