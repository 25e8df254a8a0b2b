import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { eventQueueName, LETTERS_QUEUE } from '@paidonce/shared/queues'
import { Worker } from 'bullmq'
import { openRedis } from '../support/own-redis.ts'
import { finishedRun } from './finished-run.ts'

const MINUTE_MS = 60_000

test('a run that has drained violates nothing', async t => {
  const { check, accepted } = await finishedRun(t)
  const { violations, notJudgedYet, orders, events } = await check({ accepted })
  assert.deepEqual(
    { violations, notJudgedYet, orders, events },
    { violations: [], notJudgedYet: {}, orders: 3, events: 4 }
  )
})

/** What is done to the database of such a run, and every invariant that must see it, with what it must name. */
const DAMAGES: Readonly<
  Record<string, Readonly<{ plant: readonly string[]; seen: Readonly<Record<string, object>> }>>
> = {
  'a status that the facts do not give': {
    plant: [`update orders set status = 'pending' where id = 'paid'`],
    seen: { 'each order has the status and the marks that its facts give': { order: 'paid' } }
  },
  'a mark that the facts do not give': {
    plant: [`update orders set paid_twice = '{pi_other}' where id = 'paid'`],
    seen: { 'each order has the status and the marks that its facts give': { order: 'paid' } }
  },
  'an amount refunded that no fact tells of': {
    plant: [`update orders set refunded = 5 where id = 'paid'`],
    seen: { 'each order has the status and the marks that its facts give': { order: 'paid' } }
  },
  'a mismatch that nobody sees': {
    plant: [`update orders set mismatch = '{amount_differs}' where id = 'failed'`],
    seen: { 'each order has the status and the marks that its facts give': { order: 'failed' } }
  },
  'an order that nobody settled': {
    plant: [`update orders set unsettled = true where id = 'paid'`],
    seen: { 'each order is settled after the last that was told of it': { order: 'paid' } }
  },
  'an order that only older rules have settled': {
    plant: [`update orders set settled_by = 0 where id = 'paid'`],
    seen: { 'each order is settled after the last that was told of it': { order: 'paid' } }
  },
  'a lost fulfilment': {
    plant: [`delete from fulfilments where order_id = 'paid'`],
    seen: {
      'each fulfilment, letter and announcement that the facts of an order owe is written down': {
        order: 'paid',
        payment: 'pi_paid'
      },
      'no letter and no announcement was ever owed without a fact that is its cause': {
        order: 'paid',
        announcement: '3'
      }
    }
  },
  'a lost letter': {
    plant: ['delete from letters'],
    seen: {
      'each fulfilment, letter and announcement that the facts of an order owe is written down': {
        order: 'failed',
        payment: 'pi_failed'
      }
    }
  },
  'a lost announcement': {
    plant: [`delete from announcements where kind = 'order.expired'`],
    seen: {
      'each fulfilment, letter and announcement that the facts of an order owe is written down': {
        order: 'expired',
        payment: ''
      }
    }
  },
  'a letter about a payment that never failed': {
    plant: [
      `insert into letters (account, payment_id, kind, order_id, status) values ('', 'pi_paid', 'payment_failed', 'paid', 'withdrawn')`
    ],
    seen: {
      'no letter and no announcement was ever owed without a fact that is its cause': {
        order: 'paid',
        letter: '2',
        payment: 'pi_paid'
      }
    }
  },
  'an announcement of what never happened': {
    plant: [
      `insert into announcements (account, order_id, kind, payment_id, data, done) values ('', 'failed', 'order.paid_twice', 'pi_failed', '{}', now())`
    ],
    seen: {
      'no letter and no announcement was ever owed without a fact that is its cause': {
        order: 'failed',
        announcement: '4'
      }
    }
  },
  'a fulfilment by a payment that is not paid': {
    plant: [
      `insert into fulfilments (account, order_id, payment_id) values ('', 'failed', 'pi_failed')`,
      `update orders set status = 'fulfilled' where id = 'failed'`,
      `insert into announcements (account, order_id, kind, data, done) values ('', 'failed', 'order.fulfilled', '{}', now())`
    ],
    seen: {
      'each fulfilment has a payment of its order that is paid': { order: 'failed', payment: 'pi_failed' }
    }
  },
  'a fulfilment by the payment of another order': {
    plant: [
      `update fulfilments set payment_id = 'pi_failed' where order_id = 'paid'`,
      `update orders set paid_twice = '{pi_paid}' where id = 'paid'`,
      `insert into announcements (account, order_id, kind, payment_id, data, done) values ('', 'paid', 'order.paid_twice', 'pi_paid', '{}', now())`
    ],
    seen: {
      'each fulfilment has a payment of its order that is paid': { order: 'paid', payment: 'pi_failed' }
    }
  },
  'an order that was fulfilled twice': {
    plant: [
      'alter table fulfilments drop constraint fulfilments_pkey, drop constraint fulfilments_account_payment_id_key',
      'insert into fulfilments select account, order_id, payment_id from fulfilments'
    ],
    seen: { 'each order is fulfilled at most once, and no payment fulfils two orders': { order: 'paid' } }
  },
  'a payment that fulfilled two orders': {
    plant: [
      'alter table fulfilments drop constraint fulfilments_account_payment_id_key',
      `insert into fulfilments (account, order_id, payment_id) values ('', 'expired', 'pi_paid')`,
      `update orders set status = 'fulfilled' where id = 'expired'`,
      `insert into announcements (account, order_id, kind, data, done) values ('', 'expired', 'order.fulfilled', '{}', now())`
    ],
    seen: {
      'each order is fulfilled at most once, and no payment fulfils two orders': { payment: 'pi_paid' },
      'each fulfilment has a payment of its order that is paid': { order: 'expired', payment: 'pi_paid' }
    }
  },
  'a letter that is still owed': {
    plant: [`update letters set status = 'owed', done = null`],
    seen: { 'each letter is sent, withdrawn or given up': { order: 'failed', letter: '1' } }
  },
  'a letter in a state that is none': {
    plant: [`update letters set status = 'mislaid'`],
    seen: { 'each letter is sent, withdrawn or given up': { order: 'failed', letter: '1' } }
  },
  'a letter that was sent to somebody who had paid': {
    plant: [
      `insert into facts (account, event_id, payment_id, kind, order_id, value)
         select '', event_id, payment_id, 'paid', order_id, value from facts where kind = 'failed'`,
      `insert into fulfilments (account, order_id, payment_id, at)
         select '', 'failed', 'pi_failed', checked - interval '1 second' from letters`,
      `update orders set status = 'fulfilled' where id = 'failed'`,
      `insert into announcements (account, order_id, kind, data, done) values ('', 'failed', 'order.fulfilled', '{}', now())`,
      `update events set payload = null`
    ],
    seen: {
      'no letter was sent whose last look came after the order was fulfilled': {
        order: 'failed',
        letter: '1',
        payment: 'pi_failed'
      }
    }
  },
  'an announcement that is not done': {
    plant: [`update announcements set done = null where kind = 'order.expired'`],
    seen: {
      "each announcement was completed by the shop's own code": { order: 'expired', announcement: '1' }
    }
  },
  'a letter of an order that is not there': {
    plant: [
      `insert into letters (account, payment_id, kind, order_id, status) values ('', 'pi_x', 'payment_failed', 'nowhere', 'sent')`
    ],
    seen: {
      'each fulfilment, letter and announcement belongs to an order that is there': { order: 'nowhere' }
    }
  }
}

for (const [what, { plant, seen }] of Object.entries(DAMAGES)) {
  test(`${what} is seen and named`, async t => {
    const run = await finishedRun(t)
    for (const sql of plant) await run.plant(sql)
    assert.deepEqual(await run.violated(), seen)
  })
}

test('an event that was answered 200 and is not in the ledger is seen and named', async t => {
  const { violated, accepted, plant } = await finishedRun(t)
  const [{ id: event } = { id: '' }] = accepted
  await plant(`delete from events where id = '${event}'`)
  const seen = {
    'each event that was answered 200 is finished in the ledger, unless it was ignored on purpose': { event }
  }
  assert.deepEqual(await violated({ accepted }), seen)
})

test('an event of a type that is not acted on need not be in the ledger', async t => {
  const { violated } = await finishedRun(t)
  assert.deepEqual(await violated({ accepted: [{ id: 'evt_other', type: 'charge.updated' }] }), {})
})

test('an event that failed, and one that is not finished and has no job, are seen and named', async t => {
  const { check, accepted, plant } = await finishedRun(t)
  const [first, second] = accepted.map(({ id }) => id).sort()
  await plant(`update events set finished = null, failed = now() where id = '${first}'`)
  await plant(`update events set finished = null where id = '${second}'`)
  const { violations } = await check()
  assert.deepEqual(
    violations.map(({ concerns, says }) => [concerns.event, says]),
    [
      [first, 'it failed and waits for an operator'],
      [second, 'it was tried and is not finished'],
      [second, 'Redis has no job of it: send it again from Stripe']
    ]
  )
})

test('an event whose facts are gone is seen and named', async t => {
  const { violated, accepted, plant } = await finishedRun(t)
  const event = accepted.find(({ type }) => type.endsWith('.expired'))?.id
  await plant(`delete from facts where event_id = '${event}'`)
  const seen = await violated()
  assert.deepEqual(seen['each finished event has told the facts that stand in it'], { event })
})

test('a job that waits is seen and named', async t => {
  const { violated, queue } = await finishedRun(t)
  await queue(LETTERS_QUEUE).add('payment_failed', {}, { jobId: 'letter-7' })
  assert.deepEqual(await violated(), { 'no job waits or is active': { job: 'letter-7' } })
})

test('a job that is completed though nothing was committed is seen and named', async t => {
  const { violated, queue, redisUrl } = await finishedRun(t)
  await queue(eventQueueName(0)).add('event', {}, { jobId: 'evt_lost' })
  await runOne(t, { redisUrl, queue: eventQueueName(0), end: 'completed' })
  assert.deepEqual(await violated(), {
    'each event whose job is completed is finished in the ledger': { event: 'evt_lost', job: 'evt_lost' }
  })
})

for (const [queue, job] of [
  [eventQueueName(0), 'evt_failed'],
  [LETTERS_QUEUE, 'letter-1']
] as const) {
  test(`a failed job of ${queue} that no row shows is seen and named`, async t => {
    const { violated, plant, queue: open, redisUrl } = await finishedRun(t)
    await plant(`update letters set status = 'owed'`)
    await open(queue).add('job', {}, { jobId: job })
    await runOne(t, { redisUrl, queue, end: 'failed' })
    const { 'each job that failed is shown to an operator in the database': seen } = await violated()
    assert.deepEqual(seen, { job })
  })
}

test('a failed job of a letter that was given up violates nothing', async t => {
  const { violated, plant, queue, redisUrl } = await finishedRun(t)
  await plant(`update letters set status = 'given_up'`)
  await queue(LETTERS_QUEUE).add('job', {}, { jobId: 'letter-1' })
  await runOne(t, { redisUrl, queue: LETTERS_QUEUE, end: 'failed' })
  assert.deepEqual(await violated(), {})
})

test('in a running system what is on its way, or younger than a minute, is counted and not judged', async t => {
  const { check, plant, queue } = await finishedRun(t)
  await plant(`update orders set status = 'pending' where id = 'paid'`)
  await plant(`update orders set unsettled = true where id = 'failed'`)
  await plant(`update letters set status = 'owed', done = null`)
  await plant('update announcements set done = null')
  await queue(LETTERS_QUEUE).add('payment_failed', {}, { jobId: 'letter-1' })

  const now = await check({ drained: false })
  assert.deepEqual(now.violations, [])
  assert.deepEqual(now.notJudgedYet, {
    "each announcement was completed by the shop's own code": 3,
    'each letter is sent, withdrawn or given up': 1,
    'each order has the status and the marks that its facts give': 1,
    'each order is settled after the last that was told of it': 1,
    'no job waits or is active': 1
  })

  const later = await check({ drained: false, now: Date.now() + 2 * MINUTE_MS })
  assert.deepEqual(
    later.violations.map(({ concerns }) => concerns),
    [{ order: 'paid' }]
  )
})

type OneJob = Readonly<{ redisUrl: string; queue: string; end: 'completed' | 'failed' }>

/** Resolves when the next job of the queue has come to this end. */
async function runOne(t: TestContext, { redisUrl, queue, end }: OneJob): Promise<void> {
  const work = async () => {
    if (end === 'failed') throw new Error('planted')
  }
  const worker = new Worker(queue, work, { connection: openRedis(t, redisUrl) })
  t.after(() => worker.close(true))
  await new Promise(resolve => worker.once(end, resolve))
}
