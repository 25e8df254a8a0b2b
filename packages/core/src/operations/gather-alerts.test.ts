import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ALERT_KINDS, type Alert } from './alert.ts'
import { countAlerts, gatherAlerts, MOST_EXAMPLES } from './gather-alerts.ts'

const anyAlert: fc.Arbitrary<Alert> = fc.record({
  kind: fc.constantFrom(...ALERT_KINDS),
  at: fc.integer({ min: 0, max: 50 }).map(minute => new Date(minute * 60_000).toISOString()),
  account: fc.constantFrom('', 'acct_1'),
  order: fc.constantFrom('1001', '1002', null),
  payment: fc.constant(null),
  about: fc.integer({ min: 0, max: 500 }).map(n => `evt_${n}`),
  money: fc.constant(null),
  words: fc.constant([])
})

test('alerts that come in whatever portions and order make the same mail', () => {
  const shuffled = fc
    .array(anyAlert, { maxLength: 90 })
    .chain(alerts =>
      fc.tuple(
        fc.constant(alerts),
        fc.shuffledSubarray(alerts, { minLength: alerts.length }),
        fc.integer({ min: 1, max: 40 })
      )
    )
  fc.assert(
    fc.property(shuffled, ([alerts, others, size]) => {
      let gathered = {}
      for (let from = 0; from < others.length; from += size)
        gathered = gatherAlerts(gathered, others.slice(from, from + size))
      assert.deepEqual(gathered, gatherAlerts({}, alerts))
      assert.equal(countAlerts(gathered), alerts.length)
    })
  )
})

test('all are counted, and the newest are kept as examples', () => {
  const alerts = Array.from({ length: 300 }, (_, n): Alert => {
    const at = new Date(n * 1_000).toISOString()
    const nothing = { account: '', order: null, payment: null, money: null, words: [] }
    return { ...nothing, kind: 'event.failed', at, about: `evt_${n}` }
  })
  const { count, newest } = gatherAlerts({}, alerts)['event.failed'] ?? { count: 0, newest: [] }
  assert.equal(count, 300)
  assert.equal(newest.length, MOST_EXAMPLES)
  assert.deepEqual([newest[0]?.about, newest.at(-1)?.about], ['evt_299', 'evt_280'])
})
