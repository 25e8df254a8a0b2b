import type { UnknownOrder } from '../../operations/finding/unknown-order.ts'
import { eventUrl } from '../events/event-url.ts'
import { Layout } from '../parts/layout.tsx'
import type { Who } from '../who/who.ts'

type Props = Readonly<{ unknown: UnknownOrder; who: Who | null }>

/** Nothing is settled of this order, but there are events to look at. */
export const UnknownOrderPage = ({ unknown: { sentence, events }, who }: Props) => (
  <Layout title="Not found" who={who} section="/orders">
    <p class="notice bad" role="alert">
      {sentence}
    </p>
    {events.length > 0 && (
      <>
        <p>Look at what names it: there it is said why it did not work, and it can be replayed.</p>
        <ul>
          {events.map(id => (
            <li key={id}>
              <a href={eventUrl(id)}>{id}</a>
            </li>
          ))}
        </ul>
      </>
    )}
    <p>
      <a href="/orders">Back to the orders</a>
    </p>
  </Layout>
)
