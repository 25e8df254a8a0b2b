import assert from 'node:assert/strict'
import { test } from 'node:test'
import { playSequence } from '../sequences/play.ts'
import { type Books, checkPlays, isRight } from './check-plays.ts'
import type { Outcome, QueueCounts } from './outcome.ts'

const PLAY = playSequence('card', { orderId: '1', seed: 's', now: 1_800_000_000 })
const EVENT = PLAY.steps[0]?.event.id ?? ''

type State = Readonly<{
  status?: string
  unfinished?: string[]
  queues?: Partial<QueueCounts>
  unsettled?: boolean
}>

const outcome = ({ status = 'fulfilled', unsettled = false }: State): Outcome => ({
  id: '1',
  status,
  fulfilments: status === 'fulfilled' ? 1 : 0,
  paidTwice: 0,
  refunded: 0,
  refundsFailed: 0,
  dispute: null,
  fraud: [],
  payments: PLAY.payments,
  letters: {},
  unsettled
})

/** What the books say at look 1, 2, …; the last state stays. An Error is thrown. */
async function check(states: readonly (State | Error)[], deadlineLooks = 10) {
  let looks = 0
  const state = () => {
    const now = states[Math.min(looks, states.length) - 1] ?? {}
    if (now instanceof Error) throw now
    return now
  }
  const books: Books = {
    countQueues: async () => {
      looks += 1
      return { events: 0, letters: 0, failed: 0, ...state().queues }
    },
    readOutcomes: async () => ({
      orders: new Map([['1', outcome(state())]]),
      unfinished: state().unfinished ?? []
    })
  }
  const look = await checkPlays(books, {
    plays: [PLAY],
    acceptedIds: new Set([EVENT]),
    failedBefore: 2,
    deadlineMs: deadlineLooks,
    now: () => looks,
    wait: async () => undefined
  })
  return { look, looks }
}

test('the check waits until the order is right and nothing is waiting', async () => {
  const { look, looks } = await check([
    { status: 'pending', queues: { events: 1 }, unfinished: [EVENT] },
    { queues: { letters: 1 } },
    { unsettled: true },
    {}
  ])
  assert.equal(isRight(look), true)
  assert.equal(looks, 4)
})

test('a wrong order with nothing on its way is told without waiting for the deadline', async () => {
  const { look, looks } = await check([{ queues: { events: 3 }, status: 'pending' }, { status: 'review' }])
  assert.equal(isRight(look), false)
  assert.deepEqual(look.wrong[0]?.differences[0], { what: 'status', expected: 'fulfilled', actual: 'review' })
  assert.equal(looks, 3)
})

test('one still look does not make a wrong order final', async () => {
  const { look } = await check([{ status: 'pending' }, { queues: { events: 1 } }, {}])
  assert.equal(isRight(look), true)
})

test('an accepted event that the ledger has not finished is wrong, even if the order looks right', async () => {
  const { look } = await check([{ unfinished: [EVENT] }])
  assert.equal(isRight(look), false)
  assert.deepEqual(look.unfinished, [EVENT])
})

test('jobs that failed since the run began are wrong, those from before are not', async () => {
  assert.equal(isRight((await check([{ queues: { failed: 2 } }])).look), true)
  const { look } = await check([{ queues: { failed: 3 } }])
  assert.equal(isRight(look), false)
  assert.equal(look.failed, 1)
})

test('what still waits at the deadline is wrong', async () => {
  const { look, looks } = await check([{ queues: { events: 1 } }])
  assert.equal(isRight(look), false)
  assert.equal(looks, 10)
})

test('books that cannot be read for a while are read again', async () => {
  const { look } = await check([new Error('down'), new Error('down'), {}])
  assert.equal(isRight(look), true)
})

test('books that cannot be read at all make the check fail', async () => {
  await assert.rejects(check([new Error('down')]), { message: 'down' })
})

test('an event that paidonce forgets on purpose is not looked for in the ledger', async () => {
  const play = playSequence('intent', { orderId: '1', seed: 's', now: 1_800_000_000 })
  const events = play.steps.map(({ event }) => event)
  const asked: string[][] = []
  await checkPlays(
    {
      countQueues: async () => ({ events: 0, letters: 0, failed: 0 }),
      readOutcomes: async ({ eventIds }) => {
        asked.push(eventIds)
        return { orders: new Map(), unfinished: [] }
      }
    },
    {
      plays: [play],
      acceptedIds: new Set(events.map(({ id }) => id)),
      failedBefore: 0,
      deadlineMs: 0,
      now: () => 0,
      wait: async () => undefined
    }
  )
  const kept = events.filter(({ type }) => type === 'payment_intent.succeeded').map(({ id }) => id)
  assert.deepEqual(asked, [kept])
})
