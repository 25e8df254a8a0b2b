import type { OrderHistory } from '@paidonce/ledger/people/order-history'
import type { Happening } from '../../operations/order-timeline.ts'
import { currencyOf, moneyIn } from '../../operations/show-facts.ts'
import { orderMarks } from '../../operations/show-order.ts'
import { State } from '../parts/badge.tsx'
import { Fact, Facts } from '../parts/facts.tsx'
import { FormToken } from '../parts/form.tsx'
import { Layout } from '../parts/layout.tsx'
import { When } from '../parts/when.tsx'
import { isAllowed, type Who } from '../who/who.ts'
import { orderUrl } from './order-url.ts'
import { Timeline } from './timeline.tsx'

type Props = Readonly<{
  order: string
  account: string
  history: OrderHistory
  timeline: readonly Happening[]
  who: Who | null
}>

/** Everything known of one order: how it stands, what is wrong, and all that happened. */
export const OrderPage = ({ order, account, history, timeline, who }: Props) => {
  const marks = orderMarks(history.order, currencyOf(history.facts))
  const mayApprove = history.order.status === 'review' && isAllowed('operator', who)
  return (
    <Layout title={`Order ${order}`} who={who} section="/orders" isLive>
      <div id="state" data-part>
        <p class="lead">
          <State of={history.order.status} />
          {history.order.unsettled && <span class="none"> about to be settled again</span>}
        </p>
        {marks.map(([mark = '', ...words]) => (
          <p key={mark + words.join()} class={`notice ${mark === 'refunded' ? 'plain' : 'bad'}`}>
            <strong>{mark}</strong> {words.join(' ')}
          </p>
        ))}
        <Standing account={account} history={history} seesBuyer={isAllowed('operator', who)} />
      </div>
      <div id="approve" data-part>
        {mayApprove && <Approve which={{ account, order }} seen={history.order.changed} who={who} />}
      </div>
      <section aria-labelledby="timeline-heading">
        <h2 id="timeline-heading">What happened</h2>
        <Timeline happenings={timeline} />
      </section>
    </Layout>
  )
}

type Shown = Readonly<{ account: string; history: OrderHistory; seesBuyer: boolean }>

const Standing = ({ account, history, seesBuyer }: Shown) => {
  const buyer = seesBuyer ? buyerOf(history) : ''
  const [fulfilment] = history.fulfilments
  const amount = paidAmount(history)
  return (
    <Facts>
      {amount && <Fact name="Amount">{amount}</Fact>}
      {buyer && <Fact name="Buyer">{buyer}</Fact>}
      {fulfilment && (
        <Fact name="Fulfilled by">
          <code>{fulfilment.payment}</code>
        </Fact>
      )}
      {account !== '' && (
        <Fact name="Account">
          <code>{account}</code>
        </Fact>
      )}
      <Fact name="First known">
        <When at={history.order.created} />
      </Fact>
      <Fact name="Last changed">
        <When at={history.order.changed} />
      </Fact>
      {history.lineItems.flatMap(({ lines }) =>
        (lines ?? []).map(({ description, quantity, amount: sum, currency }) => (
          <Fact key={description} name="Bought">
            {`${quantity ?? '?'} × ${description ?? ''}, ${moneyIn({ amount: sum, currency })}`}
          </Fact>
        ))
      )}
    </Facts>
  )
}

/** As an event told it last: name and address, or what there is of them. */
function buyerOf({ facts }: OrderHistory): string {
  const told = facts.map(({ value }) => [value.name, value.email].filter(part => typeof part === 'string'))
  return told.findLast(parts => parts.length > 0)?.join(' · ') ?? ''
}

/** What was paid, else what the shop expects. */
function paidAmount({ facts }: OrderHistory): string {
  const told = ['paid', 'completed', 'registered'].flatMap(wanted =>
    facts.filter(({ kind }) => kind === wanted)
  )
  return told.map(({ value }) => moneyIn(value)).find(text => text !== '') ?? ''
}

type Approval = Readonly<{ which: { account: string; order: string }; seen: Date; who: Who | null }>

const Approve = ({ which, seen, who }: Approval) => (
  <form class="card" method="post" action={orderUrl(which, '/approve')}>
    <FormToken who={who} />
    <input type="hidden" name="seen" value={seen.toISOString()} />
    <h2>Approve it all the same?</h2>
    <p>
      The money guard objects, so nothing was fulfilled. Approve it and the order is fulfilled by what was
      paid; your name and reason are kept.
    </p>
    <label>
      Why
      <input name="why" required maxLength={500} autocomplete="off" />
    </label>
    <button type="submit">Approve the order</button>
  </form>
)
