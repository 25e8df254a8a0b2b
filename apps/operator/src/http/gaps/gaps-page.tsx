import { CAUSES, isCause } from '@paidonce/core/completeness/cause'
import type { Completeness, Gaps, Missed } from '@paidonce/ledger/people/read-gaps'
import { plural } from '../../operations/plural.ts'
import { eventUrl } from '../events/event-url.ts'
import { orderUrl } from '../orders/order-url.ts'
import { State } from '../parts/badge.tsx'
import { Layout } from '../parts/layout.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { TypeName } from '../parts/type-name.tsx'
import { When } from '../parts/when.tsx'
import type { Who } from '../who/who.ts'

type Props = Readonly<{ gaps: Gaps; who: Who | null }>

/** Did we miss any? How far Stripe's own list was compared with what came, and what was missing. */
export const GapsPage = ({ gaps: { accounts, missed }, who }: Props) => (
  <Layout title="Did we miss any?" who={who} section="/gaps" isLive>
    <div id="standing" data-part>
      {accounts.length === 0 && (
        <p class="notice plain">
          Nothing was ever compared with Stripe’s own list of events: that needs STRIPE_SECRET_KEY at a
          worker.
        </p>
      )}
      {accounts.map(account => (
        <Standing key={account.account} {...account} />
      ))}
    </div>
    <h2>What was missing</h2>
    <Table id="missed" columns={COLUMNS} rows={missed} empty="Nothing." />
    <Causes causes={[...new Set(missed.map(({ cause }) => cause))]} />
  </Layout>
)

const Standing = ({ account, asOf, gap, windows, listed, missed, failing, outOfReach }: Completeness) => (
  <>
    <p class={`notice lead ${gap > 0 ? 'bad' : failing === null && asOf !== null ? 'good' : 'wait'}`}>
      {account !== '' && `${account}: `}
      {asOf === null ? (
        'never compared'
      ) : (
        <>
          gap {String(gap)} as of <When at={asOf} />
        </>
      )}
    </p>
    <p class="hint">{`${missed} were missing, of ${listed} looked at in ${plural(windows, 'window')} of the last month, which overlap.`}</p>
    {failing && (
      <p class="notice wait">
        Failing since <When at={failing.at} />: {failing.error}
      </p>
    )}
    {outOfReach.map(({ since, until }) => (
      <p key={since} class="notice bad">
        Not compared: <When at={since} /> to <When at={until} />, which Stripe lists no more.
      </p>
    ))}
  </>
)

const NOT_HERE: readonly Missed['state'][] = ['waiting', 'out_of_reach']

const COLUMNS: readonly Column<Missed>[] = [
  {
    name: 'Event',
    cell: ({ id, state }) => (NOT_HERE.includes(state) ? id : <a href={eventUrl(id)}>{id}</a>)
  },
  { name: 'Type', cell: ({ type }) => <TypeName type={type} /> },
  {
    name: 'Order',
    cell: ({ account, order }) => order !== null && <a href={orderUrl({ account, order })}>{order}</a>
  },
  {
    name: 'Created, found',
    cell: ({ created, found }) => (
      <>
        <When at={created} />
        <br />
        <When at={found} />
      </>
    )
  },
  { name: 'Likely cause', cell: ({ cause }) => (isCause(cause) ? CAUSES[cause].words : cause) },
  { name: 'State', cell: ({ state }) => <State of={state} /> }
]

const Causes = ({ causes }: Readonly<{ causes: readonly string[] }>) => (
  <div id="causes" data-part>
    {causes.filter(isCause).map(cause => (
      <p key={cause} class="hint">
        <strong>{CAUSES[cause].words}</strong>: {CAUSES[cause].sentence}
      </p>
    ))}
  </div>
)
