import type { KnownEvent } from '../../operations/finding/look-at-event.ts'
import { When } from '../parts/when.tsx'
import { reindent } from './reindent.ts'

/** What Stripe sent: folded, since it names the buyer. */
export const Payload = ({ event }: Readonly<{ event: KnownEvent }>) => (
  <>
    <h2>Payload</h2>
    {event.erased && (
      <p class="notice plain">
        A person was erased from it at <When at={event.erased} />.
      </p>
    )}
    {event.payload === null ? (
      <p class="none">The ledger does not have it any more.</p>
    ) : (
      <details>
        <summary>Show what Stripe sent</summary>
        <p class="actions">
          <button class="quiet" type="button" data-copy="payload">
            Copy
          </button>
        </p>
        <pre id="payload" tabindex={0}>
          {reindent(event.payload)}
        </pre>
      </details>
    )}
  </>
)
