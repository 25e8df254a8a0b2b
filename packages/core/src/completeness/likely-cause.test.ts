import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { CAUSES, type Cause, isAlarming } from './cause.ts'
import { likelyCause, type Surroundings } from './likely-cause.ts'

const TYPE = 'charge.refunded'

const eventWith = (pending_webhooks: unknown): StripeEvent & { pending_webhooks: unknown } => ({
  id: 'evt_1',
  object: 'event',
  type: TYPE,
  created: 1_000,
  livemode: false,
  data: { object: {} },
  pending_webhooks
})

const NOTHING: Surroundings = {
  firstReceivedS: null,
  endpoints: undefined,
  typesThatCome: new Set(),
  isSeen: false
}
const COMES = { typesThatCome: new Set([TYPE]) }
const enabled = { status: 'enabled', enabled_events: [TYPE] }
const disabled = { status: 'disabled', enabled_events: ['*'] }
const elsewhere = { status: 'enabled', enabled_events: ['charge.captured'] }

const CASES: readonly (readonly [string, unknown, Partial<Surroundings>, Cause])[] = [
  ['seen here and not finished', 1, { isSeen: true, endpoints: [disabled] }, 'lost_here'],
  ['older than the first that came', 1, { firstReceivedS: 1_001 }, 'before_first_event'],
  ['as old as the first that came', 1, { firstReceivedS: 1_000 }, 'not_taken'],
  ['wanted by a disabled endpoint alone', 0, { endpoints: [disabled, elsewhere] }, 'endpoint_disabled'],
  ['wanted by an enabled endpoint too, not delivered', 1, { endpoints: [disabled, enabled] }, 'not_taken'],
  ['wanted, and waited for no more', 0, { endpoints: [enabled] }, 'not_waited_for'],
  ['wanted by none', 0, { endpoints: [elsewhere] }, 'type_not_enabled'],
  ['wanted by none, though its like comes', 0, { ...COMES, endpoints: [elsewhere] }, 'not_waited_for'],
  ['waited for by a destination that is no endpoint', 2, { endpoints: [] }, 'not_taken'],
  ['waited for, where endpoints may not be asked for', 1, {}, 'not_taken'],
  ['waited for no more, and its like comes', 0, COMES, 'not_waited_for'],
  ['waited for no more, and its like never comes', 0, {}, 'type_not_enabled'],
  ['of an API version that counts no deliveries', undefined, COMES, 'not_waited_for']
]

for (const [what, pending, around, cause] of CASES) {
  test(`the likely cause of an event ${what} is ${cause}`, () => {
    assert.equal(likelyCause(eventWith(pending), { ...NOTHING, ...around }), cause)
  })
}

test('all causes alarm but what was before paidonce was there', () => {
  const quiet = (Object.keys(CAUSES) as Cause[]).filter(cause => !isAlarming(cause))
  assert.deepEqual(quiet, ['before_first_event'])
})
