import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { UnusableModule } from '@paidonce/shared/unusable-module'
import fc from 'fast-check'
import { OwnFactsThrew, OwnFactsWrong } from './own/faults.ts'
import { loadOwnFacts, type OwnFacts, ownTable } from './own-facts.ts'
import { FACTS, readEvent } from './table.ts'

const RULES = { orderIdFrom: ['metadata.order'] } as const
const EVENT: StripeEvent = {
  id: 'evt_1',
  object: 'event',
  type: 'charge.succeeded',
  created: 1,
  livemode: false,
  data: { object: { id: 'ch_1', secret: 'secret@example.com' } }
}

/** What paidonce makes of what an own function gives. */
const read = (tell: unknown) => readEvent({ ...FACTS, ...ownTable({ [EVENT.type]: tell }) }, RULES, EVENT)
const given = (value: unknown) => read(() => value)

const PAID = { kind: 'paid', value: { amount: 3_000, currency: 'eur' } } as const

test('what an own function tells is a reading like any other', () => {
  const facts: OwnFacts = {
    'charge.succeeded': ({ data: { object: charge } }, { orderIdFrom }) => ({
      // Expanded, it stands for its id.
      payment: charge,
      order: orderIdFrom[0],
      facts: [PAID, { kind: 'underway', value: { ...PAID.value, charge: 'ch_1' } }]
    })
  }
  const about = { payment: 'ch_1', order: 'metadata.order' }
  const nobody = { email: null, name: null, locale: null }
  assert.deepEqual(read(facts['charge.succeeded']), {
    ...about,
    session: null,
    email: null,
    facts: [
      { kind: 'paid', value: { amount: 3_000, currency: 'eur', ...nobody, session: null }, ...about },
      { kind: 'underway', value: { amount: 3_000, currency: 'eur', charge: 'ch_1', method: null }, ...about }
    ]
  })
})

test('null says that the event tells nothing', () => {
  assert.deepEqual(given(null), { session: null, payment: null, order: null, email: null, facts: [] })
})

test('a built-in type is read by the shop’s own function, the others as before', () => {
  const table = { ...FACTS, ...ownTable({ 'refund.failed': () => null }) }
  const refund = { ...EVENT, data: { object: { id: 're_1', charge: 'ch_1', amount: 5 } } }
  assert.deepEqual(readEvent(table, RULES, { ...refund, type: 'refund.failed' }).facts, [])
  assert.equal(readEvent(table, RULES, { ...refund, type: 'refund.updated' }).facts.length, 1)
  assert.equal(table['refund.updated'], FACTS['refund.updated'], 'nothing stands between')
})

test('texts become what PostgreSQL can hold, and what is too long counts as not there', () => {
  const { order, email } = given({ payment: 'p', order: 'a\0b\ud800', email: 'x'.repeat(501), facts: [] })
  assert.deepEqual({ order, email }, { order: 'a\ufffdb\ufffd', email: null })
})

test('the function may change its event: what the ledger keeps stays as Stripe sent it', () => {
  read((event: { data: { object: Record<string, unknown> } }) => {
    event.data.object.id = 'changed'
    return null
  })
  assert.equal(EVENT.data.object.id, 'ch_1')
})

const fact = (kind: unknown, value?: unknown) => ({ payment: 'p', facts: [{ kind, value }] })
const paid = (value: Record<string, unknown>) => fact('paid', { ...PAID.value, ...value })
const SECRET = 'secret@example.com'

/** [what is given, the place that is named]. */
const WRONG: readonly (readonly [given: unknown, place: string])[] = [
  [undefined, 'what it gives'],
  [[], 'what it gives'],
  [SECRET, 'what it gives'],
  [{ facts: [], [SECRET]: 1, payment: 'p' }, 'what it gives'],
  [{ facts: [] }, 'payment'],
  [{ facts: [], payment: '' }, 'payment'],
  [{ facts: [], payment: null }, 'payment'],
  [{ facts: [], payment: 'x'.repeat(501) }, 'payment'],
  [{ facts: [], payment: 'p', order: 1001 }, 'order'],
  [{ facts: [], payment: 'p', email: { id: SECRET } }, 'email'],
  [{ payment: 'p' }, 'facts'],
  [{ payment: 'p', facts: [SECRET] }, 'facts[0]'],
  [{ payment: 'p', facts: [PAID, PAID] }, 'facts[1].kind'],
  [{ payment: 'p', facts: [{ ...PAID, order: SECRET }] }, 'facts[0]'],
  [fact(SECRET), 'facts[0].kind'],
  [fact('registered', { amount: 1, currency: 'eur' }), 'facts[0].kind'],
  [fact('approved', { by: SECRET }), 'facts[0].kind'],
  [fact('toString'), 'facts[0].kind'],
  [fact('paid', SECRET), 'facts[0].value'],
  [fact('paid'), 'facts[0].value.amount'],
  [fact('expired', { amount: 1 }), 'facts[0].value'],
  [paid({ amount: undefined }), 'facts[0].value.amount'],
  [paid({ amount: '3000' }), 'facts[0].value.amount'],
  [paid({ amount: 30.5 }), 'facts[0].value.amount'],
  [paid({ amount: -1 }), 'facts[0].value.amount'],
  [paid({ amount: 2 ** 53 }), 'facts[0].value.amount'],
  [paid({ currency: 'EUR' }), 'facts[0].value.currency'],
  [paid({ currency: undefined }), 'facts[0].value.currency'],
  [paid({ emial: SECRET }), 'facts[0].value'],
  [paid({ email: 5 }), 'facts[0].value.email'],
  [fact('refunded', { amount: null }), 'facts[0].value.amount'],
  [fact('refund', { amount: 1 }), 'facts[0].value.refund'],
  [fact('radar_review', { review: 'prv_1', isOpen: 'yes' }), 'facts[0].value.isOpen']
]

for (const [index, [value, place]] of WRONG.entries()) {
  test(`wrong reading ${index + 1} is refused at ${place}, without what stands there`, () => {
    assert.throws(
      () => given(value),
      (error: unknown) => {
        assert.ok(error instanceof OwnFactsWrong)
        assert.equal(error.code, 'OWN_FACTS_WRONG')
        assert.ok(error.message.startsWith(`the own reading of charge.succeeded is wrong: ${place} must be `))
        assert.doesNotMatch(error.message, /secret|3000|EUR/)
        return true
      }
    )
  })
}

test('a promise is no reading, and one that fails harms nothing', async () => {
  const failing = () => Promise.reject(new Error(SECRET))
  assert.throws(() => read(failing), OwnFactsWrong)
  await new Promise(resolve => setImmediate(resolve))
})

test('null stands for an amount and a currency that Stripe does not tell', () => {
  const [told] = given(paid({ amount: null, currency: null })).facts
  assert.deepEqual([told?.value && 'amount' in told.value && told.value.amount, told?.payment], [null, 'p'])
})

test('of a function that throws, only the kind of error and its line are said', () => {
  const tell = ({ data: { object } }: StripeEvent) => {
    throw new TypeError(`no good: ${object.secret}`)
  }
  assert.throws(
    () => read(tell),
    (error: unknown) => {
      assert.ok(error instanceof OwnFactsThrew)
      assert.equal(error.code, 'OWN_FACTS_THREW')
      assert.match(error.message, /^the own reading of charge.succeeded threw: TypeError at [\w.-]+:\d+$/)
      assert.equal(error.cause, undefined)
      return true
    }
  )
})

test('whatever is given, it is a reading that the ledger can keep, or refused', () => {
  const loose = fc.record(
    {
      payment: fc.oneof(fc.string(), fc.anything()),
      order: fc.anything(),
      facts: fc.oneof(
        fc.anything(),
        fc.array(
          fc.record({ kind: fc.constantFrom('paid', 'failed', 'refund', 'expired'), value: fc.anything() })
        )
      )
    },
    { requiredKeys: [] }
  )
  fc.assert(
    fc.property(fc.oneof(loose, fc.anything({ withNullPrototype: true })), value => {
      try {
        const reading = given(value)
        assert.ok(reading.payment === null ? value === null : reading.payment.isWellFormed())
        JSON.stringify(reading)
      } catch (error) {
        assert.ok(error instanceof OwnFactsWrong, String(error))
      }
    }),
    { numRuns: 2_000 }
  )
})

for (const [exported, why] of [
  [undefined, /facts is not an object of functions/],
  [[() => null], /facts is not an object of functions/],
  [{ 'charge.succeeded': 'secret' }, /facts of charge\.succeeded must be a function/],
  [{ 'charge.succeeded': async () => null }, /must be a function, and not an async one/],
  [{ 'charge.succeeded': function* () {} }, /must be a function/],
  [{ 'Charge Succeeded': () => null }, /a key of facts is no event type/]
] as const) {
  test(`a module is refused: ${why.source}`, () => {
    assert.throws(
      () => ownTable(exported),
      (error: unknown) => error instanceof UnusableModule && why.test(error.message)
    )
  })
}

test('without the setting nothing is loaded, and nothing is own', async () => {
  assert.deepEqual(await loadOwnFacts(undefined, () => assert.fail('loaded')), {})
})

test('with the setting its file’s export `facts` is what is read by', async () => {
  const table = await loadOwnFacts('/own/charges.mjs', async wanted => {
    assert.deepEqual(wanted, { setting: 'OWN_FACTS', path: '/own/charges.mjs', name: 'facts' })
    return { 'invoice.paid': () => null }
  })
  assert.deepEqual(Object.keys(table), ['invoice.paid'])
})
