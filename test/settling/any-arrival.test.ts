import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fact } from '@paidonce/core/facts/fact'
import type { Ledger } from '@paidonce/ledger/pool'
import type { ReadEvent } from '@paidonce/ledger/settling/read-event'
import { settleBatch } from '@paidonce/ledger/settling/settle-batch'
import fc from 'fast-check'
import { checkoutEvent } from '../support/events.ts'
import { outcomeOf } from '../support/outcome.ts'
import { ownLedger } from '../support/own-database.ts'
import { SETTLING_RULES } from '../support/settling-rules.ts'

const EUR30 = { amount: 3_000, currency: 'eur' }
const BUYER = { email: 'a@example.com', name: null, locale: null }

/** How an order's money may go. Refunds name only the payment: they wait for the event that links it to its order. */
const STORIES = {
  card: (p: string) => [[fact(p, 'completed'), fact(p, 'paid')]],
  delayed: (p: string) => [[fact(p, 'completed')], [fact(p, 'paid')]],
  failed: (p: string) => [[fact(p, 'completed')], [fact(p, 'failed')]],
  abandoned: (p: string) => [[fact(p, 'expired')]],
  refunded: (p: string) => [[fact(p, 'completed'), fact(p, 'paid')], [refund(p, 1_000)], [refund(p, 3_000)]],
  intentToo: (p: string) => [
    [attempt(p, 'declined')],
    [fact(p, 'completed'), fact(p, 'paid')],
    [fact(p, 'paid')]
  ],
  debit: (p: string) => [[attempt(p, 'underway')], [attempt(p, 'declined')]],
  disputed: (p: string) => [[dispute(p, 'needs_response')], [fact(p, 'paid')], [dispute(p, 'lost')]]
} as const
type Story = keyof typeof STORIES

/** What each story must end in. A refund may come first: then a person decides. */
const ENDS: Record<Story, readonly string[]> = {
  card: ['fulfilled'],
  delayed: ['fulfilled'],
  failed: ['payment_failed'],
  abandoned: ['expired'],
  refunded: ['fulfilled', 'review'],
  intentToo: ['fulfilled'],
  debit: ['payment_failed'],
  disputed: ['fulfilled']
}

const LETTERS: Partial<Record<Story, string>> = {
  failed: 'payment_failed',
  refunded: 'refunded',
  debit: 'payment_failed'
}

const fact = (payment: string, kind: 'completed' | 'paid' | 'failed' | 'expired') =>
  ({ kind, payment, order: payment.replace('pi_', ''), value: { ...EUR30, ...BUYER } }) as Fact
const refund = (payment: string, amount: number): Fact => ({
  kind: 'refunded',
  payment,
  order: null,
  value: { amount }
})

const attempt = (payment: string, kind: 'underway' | 'declined') =>
  ({
    ...fact(payment, 'failed'),
    kind,
    value: { ...EUR30, ...BUYER, charge: 'ch_1', method: 'pm_1' }
  }) as Fact
const dispute = (payment: string, status: string): Fact => ({
  kind: 'dispute',
  payment,
  order: null,
  value: { ...EUR30, dispute: `du_${payment}`, status, reason: null }
})

let runs = 0

function eventsOf(story: Story, order: string): ReadEvent[] {
  return STORIES[story](`pi_${order}`).map(facts => {
    const event = checkoutEvent('completed')
    return {
      job: { id: event.id, event, receivedAt: new Date().toISOString(), how: 'webhook' },
      reading: { session: null, payment: `pi_${order}`, order: null, email: null, facts },
      payload: JSON.stringify(event),
      attempts: 1
    }
  })
}

/** Two workers take batches from one shuffled list, both at a time. */
async function settleByTwo(ledger: Ledger, batches: readonly (readonly ReadEvent[])[]) {
  const waiting = [...batches]
  const work = async () => {
    for (let events = waiting.shift(); events !== undefined; events = waiting.shift()) {
      await settleBatch(ledger, SETTLING_RULES, { events, orders: [] })
    }
  }
  await Promise.all([work(), work()])
}

test('in any order, any number of times, on two workers at once: the same end', async t => {
  const ledger = await ownLedger(t)
  const stories = fc.array(fc.constantFrom(...(Object.keys(STORIES) as Story[])), {
    minLength: 5,
    maxLength: 30
  })

  await fc.assert(
    fc.asyncProperty(
      stories,
      fc.integer({ min: 1, max: 12 }),
      fc.infiniteStream(fc.nat()),
      async (all, size, chance) => {
        runs++
        const orders = all.map((story, index) => ({ story, id: `${runs}-${index}` }))
        const once = orders.flatMap(({ story, id }) => eventsOf(story, id))
        const twice = once.filter(() => pick(chance) % 3 === 0)
        const shuffled = [...once, ...twice]
          .map(event => ({ event, rank: pick(chance) }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ event }) => event)

        await settleByTwo(ledger, inBatches(shuffled, size))

        for (const { story, id } of orders) {
          const outcome = await outcomeOf(ledger, id)
          assert.ok(ENDS[story].includes(outcome.status), `${story} ended as ${outcome.status}`)
          assert.equal(outcome.refunded, story === 'refunded' ? 3_000 : 0)
          assert.equal(outcome.fulfilments.length, outcome.status === 'fulfilled' ? 1 : 0)
          assert.equal(outcome.dispute, story === 'disputed' ? 'lost' : null)
          const letters = (outcome.letters as { kind: string }[]).map(({ kind }) => kind)
          assert.deepEqual(
            letters.filter(kind => kind !== 'payment_declined'),
            LETTERS[story] === undefined ? [] : [LETTERS[story]]
          )
          assert.deepEqual(outcome.paid_twice, [])
          assert.equal(outcome.unsettled, false)
          assert.equal(outcome.announcements.includes(`order.${outcome.status}`), true)
        }
      }
    ),
    { numRuns: 60 }
  )
})

const pick = (chance: Iterator<number>): number => chance.next().value

const inBatches = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size)
  )
