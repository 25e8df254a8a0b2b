import { API_VERSION } from '../stripe/api-version.ts'
import type { Checkout } from './sequence.ts'
import type { EventOf, TwinEvent } from './twin-event.ts'

/** A snapshot event as Stripe sends it for something that a buyer or a bank did: no API request caused it. */
export const makeEvent = <Type extends TwinEvent['type']>(
  { ids, now }: Checkout,
  type: Type,
  object: EventOf<Type>['data']['object'],
  /** What an update changed, as it was before. */
  before?: EventOf<Type>['data']['previous_attributes']
) =>
  ({
    id: ids.event(),
    object: 'event',
    api_version: API_VERSION,
    created: now,
    data: { object, ...(before !== undefined && { previous_attributes: before }) },
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type
  }) as EventOf<Type>
