import type { EventGroup, Failures, LetterGroup } from '../../operations/finding/list-failures.ts'
import { DiscardForm } from '../events/discard-form.tsx'
import { eventUrl } from '../events/event-url.ts'
import { listUrl } from '../finding/list-url.ts'
import { State } from '../parts/badge.tsx'
import { Layout } from '../parts/layout.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { TypeName } from '../parts/type-name.tsx'
import { When } from '../parts/when.tsx'
import { previewUrl } from '../replays/replay-url.ts'
import { isAllowed, type Who } from '../who/who.ts'

type Props = Readonly<{ failures: Failures; who: Who | null }>

/** What did not work, grouped by what may be one cause. */
export const FailuresPage = ({ failures: { events, letters }, who }: Props) => (
  <Layout title="Failures" who={who} section="/failures" isLive>
    <h2>Events</h2>
    <p class="hint">
      The same type, the same error, by the same release. Mend the cause first, then replay the group.
    </p>
    <Table
      id="events"
      columns={isAllowed('operator', who) ? [...EVENTS, mendColumn(who)] : EVENTS}
      rows={events}
      empty="No event fails."
    />
    <h2>Letters</h2>
    <p class="hint">Those that could not be sent; what was given up is shown for 30 days.</p>
    <Table id="letters" columns={LETTERS} rows={letters} empty="No letter fails." />
  </Layout>
)

const filterOf = ({ type, error, codeVersion }: EventGroup) => ({ type, error: error.code, codeVersion })

const EVENTS: readonly Column<EventGroup>[] = [
  {
    name: 'Cause',
    cell: ({ error, type }) => (
      <>
        <strong>{error.code}</strong>{' '}
        <small>
          <TypeName type={type} />
        </small>
        <br />
        <small>{error.text}</small>
      </>
    )
  },
  {
    name: 'Events',
    cell: group => (
      <>
        <a href={listUrl('/events', filterOf(group))}>{String(group.count)}</a>
        <br />
        <small>
          {[
            ...(group.failed > 0 ? [`${group.failed} failed`] : []),
            ...(group.failing > 0 ? [`${group.failing} will be tried again`] : [])
          ].join(', ')}
        </small>
      </>
    )
  },
  {
    name: 'First and last',
    cell: ({ first, last }) => (
      <>
        <When at={first} />
        <br />
        <When at={last} />
      </>
    )
  },
  {
    name: 'Examples',
    cell: ({ examples }) =>
      examples.map(id => (
        <span key={id} class="one">
          <a href={eventUrl(id)}>{id}</a>
        </span>
      ))
  },
  { name: 'Release', cell: ({ codeVersion }) => codeVersion }
]

const mendColumn = (who: Who | null): Column<EventGroup> => ({
  name: 'Mend',
  cell: group => (
    <div class="actions">
      <a class="button quiet" href={previewUrl(filterOf(group))}>
        {group.count === 1 ? 'Replay it…' : `Replay all ${group.count}…`}
      </a>
      {group.failed > 0 && (
        <DiscardForm
          which={filterOf(group)}
          words={group.failed === 1 ? 'Discard the failed one' : `Discard the ${group.failed} failed`}
          who={who}
        />
      )}
    </div>
  )
})

const LETTERS: readonly Column<LetterGroup>[] = [
  { name: 'Cause', cell: ({ reason }) => reason ?? <span class="none">not known</span> },
  { name: 'Letter', cell: ({ kind }) => kind.replaceAll('_', ' ') },
  { name: 'State', cell: ({ status }) => <State of={status} /> },
  {
    name: 'Letters',
    cell: ({ kind, status, count }) => (
      <a href={listUrl('/letters', { kind, status, failing: status === 'owed' ? 'yes' : undefined })}>
        {String(count)}
      </a>
    )
  },
  {
    name: 'First and last',
    cell: ({ first, last }) => (
      <>
        <When at={first} />
        <br />
        <When at={last} />
      </>
    )
  }
]
