import { FACTS } from '@paidonce/core/facts/table'
import { soughtBy } from '@paidonce/core/finding/sought'
import type { FoundEvent } from '../../operations/finding/find-events.ts'
import type { FoundProps } from '../finding/find-pages.ts'
import { SearchForm } from '../finding/search-form.tsx'
import { SINCE } from '../finding/since.ts'
import { TurnPages } from '../finding/turn-pages.tsx'
import { orderUrl } from '../orders/order-url.ts'
import { State } from '../parts/badge.tsx'
import { Choose, type Option } from '../parts/choose.tsx'
import { Layout } from '../parts/layout.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { TypeName } from '../parts/type-name.tsx'
import { When } from '../parts/when.tsx'
import { previewUrl } from '../replays/replay-url.ts'
import { isAllowed, type Who } from '../who/who.ts'
import { eventUrl } from './event-url.ts'
import type { EventsQuery } from './find-events.tsx'

const URL = '/events'

const STATES: readonly Option[] = [
  ['finished', 'finished'],
  ['failing', 'failing, will be tried again'],
  ['failed', 'failed']
]
const TYPES: readonly Option[] = Object.keys(FACTS).map(type => [type, type])

/** Events of the ledger, the newest first. */
export const EventsPage = ({ query, page, who, isByForm }: FoundProps<EventsQuery, FoundEvent>) => (
  <Layout title="Events" who={who} section={URL} isLive={!isByForm && query.after === undefined}>
    <SearchForm url={URL} who={who} text={query.text}>
      <Choose label="Type" name="type" options={TYPES} value={query.type} any="any" />
      <Choose label="State" name="state" options={STATES} value={query.state} any="any" />
      <label>
        Error
        <input name="error" value={query.error} size={16} autocomplete="off" spellcheck={false} />
      </label>
      <Choose label="Received in" name="since" options={SINCE} value={query.since} any="all time" />
      {(['account', 'codeVersion', 'until'] as const).map(
        name => query[name] !== undefined && <Kept key={name} name={name} value={query[name]} />
      )}
    </SearchForm>
    <Table id="found" columns={COLUMNS} rows={page.rows} empty="There is no such event." />
    <ReplayThese query={query} count={page.rows.length} who={who} />
    <TurnPages url={URL} query={query} next={page.next} who={who} isByForm={isByForm} />
  </Layout>
)

/** Whatever the filters find; an address stands in no URL, so it leads to no replay. */
const ReplayThese = ({
  query: { text = '', after: _, ...filters },
  count,
  who
}: Readonly<{ query: EventsQuery; count: number; who: Who | null }>) => {
  const sought = soughtBy(text)
  const which = { ...filters, ...(sought && { [sought.kind]: sought.value }) }
  const isAny = Object.values(which).every(value => value === undefined)
  if (!isAllowed('operator', who) || isAny || count === 0 || text.includes('@')) return null
  return (
    <p class="actions">
      <a class="button quiet" href={previewUrl(which)}>
        Replay all of these…
      </a>
    </p>
  )
}

const NAMES = { account: 'Account', codeVersion: 'Release', until: 'Before' } as const

/** A filter that came with the address, and that can be taken back. */
const Kept = ({ name, value }: Readonly<{ name: keyof typeof NAMES; value: string }>) => (
  <label>
    {NAMES[name]}
    <input name={name} value={value} size={12} autocomplete="off" />
  </label>
)

const COLUMNS: readonly Column<FoundEvent>[] = [
  { name: 'Event', cell: ({ id }) => <a href={eventUrl(id)}>{id}</a> },
  { name: 'Type', cell: ({ type }) => <TypeName type={type} /> },
  {
    name: 'State',
    cell: ({ state, error }) => (
      <>
        <State of={state} />
        {error && (
          <>
            {' '}
            <code class="line">{error.code}</code>
          </>
        )}
      </>
    )
  },
  {
    name: 'Order',
    cell: ({ order, account }) => order !== null && <a href={orderUrl({ account, order })}>{order}</a>
  },
  { name: 'Came by', cell: ({ how }) => how },
  { name: 'Received', cell: ({ received }) => <When at={received} /> }
]
