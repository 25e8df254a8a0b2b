import type { KnownEvent } from '../../operations/finding/look-at-event.ts'
import { detailOf, moneyIn } from '../../operations/show-facts.ts'
import { orderUrl } from '../orders/order-url.ts'
import { State } from '../parts/badge.tsx'
import { Fact, Facts } from '../parts/facts.tsx'
import { Layout } from '../parts/layout.tsx'
import { type Column, Table } from '../parts/table.tsx'
import { When } from '../parts/when.tsx'
import { previewUrl } from '../replays/replay-url.ts'
import { isAllowed, type Who } from '../who/who.ts'
import { DiscardForm } from './discard-form.tsx'
import { Payload } from './payload.tsx'

type Props = Readonly<{ event: KnownEvent; who: Who | null }>

/** Everything known of one event: how it came, what became of it, what it tells. */
export const EventPage = ({ event, who }: Props) => {
  const isForOperator = isAllowed('operator', who)
  return (
    <Layout title={`Event ${event.id}`} who={who} section="/events" isLive>
      <div id="state" data-part>
        <p class="lead">
          <State of={event.state} /> {event.type}
        </p>
        {event.error && (
          <p class="notice bad">
            <strong>{event.error.code}</strong> {event.error.text}
          </p>
        )}
        <Standing event={event} isForOperator={isForOperator} />
      </div>
      {isForOperator && (
        <div class="actions">
          <a class="button" href={previewUrl({ event: event.id })}>
            Replay…
          </a>
          {event.state === 'failed' && (
            <DiscardForm which={{ event: event.id }} words="Discard it" who={who} />
          )}
        </div>
      )}
      <h2>What it tells</h2>
      <Table id="facts" columns={FACTS} rows={event.facts} empty="It told nothing so far." />
      <h2>What was done about it</h2>
      <Table id="actions" columns={ACTIONS} rows={event.actions} empty="Nobody did anything about it." />
      {isForOperator && <Payload event={event} />}
    </Layout>
  )
}

const Standing = ({ event, isForOperator }: Readonly<{ event: KnownEvent; isForOperator: boolean }>) => {
  const { order, account, missed } = event
  return (
    <Facts>
      <Fact name="First received">
        <When at={event.received} />, by {event.how}
      </Fact>
      <Fact name="Attempts">{String(event.attempts)}</Fact>
      {event.finished && (
        <Fact name="Finished">
          <When at={event.finished} />
        </Fact>
      )}
      {event.failed && (
        <Fact name="Failed">
          <When at={event.failed} />
        </Fact>
      )}
      {order !== null && (
        <Fact name="Order">
          <a href={orderUrl({ account, order })}>{order}</a>
        </Fact>
      )}
      {event.payment && (
        <Fact name="Payment">
          <code>{event.payment}</code>
        </Fact>
      )}
      {event.session && (
        <Fact name="Session">
          <code>{event.session}</code>
        </Fact>
      )}
      {account !== '' && (
        <Fact name="Account">
          <code>{account}</code>
        </Fact>
      )}
      {isForOperator && event.email && <Fact name="Buyer">{event.email}</Fact>}
      <Fact name="Mode">{event.mode}</Fact>
      <Fact name="Release that worked on it">{event.codeVersion}</Fact>
      {missed && (
        <Fact name="Never delivered">
          found by a sweep <When at={missed.found} />: {missed.cause.replaceAll('_', ' ')}
        </Fact>
      )}
    </Facts>
  )
}

type Told = KnownEvent['facts'][number]

const FACTS: readonly Column<Told>[] = [
  { name: 'Fact', cell: ({ kind }) => kind.replaceAll('_', ' ') },
  { name: 'Says', cell: ({ kind, value }) => [moneyIn(value), detailOf(kind, value)].join(' ').trim() },
  { name: 'Payment', cell: ({ payment }) => payment !== '' && <code>{payment}</code> },
  { name: 'Order', cell: ({ order }) => order ?? <span class="none">not known yet</span> }
]

const ACTIONS: readonly Column<KnownEvent['actions'][number]>[] = [
  { name: 'When', cell: ({ at }) => <When at={at} /> },
  { name: 'Who', cell: ({ who }) => who },
  { name: 'What', cell: ({ what }) => what },
  { name: 'Why', cell: ({ why }) => why },
  { name: 'Result', cell: ({ result }) => result ?? <span class="none">not known</span> }
]
