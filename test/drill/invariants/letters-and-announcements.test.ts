import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eachIsSeen } from './each-is-seen.ts'
import { finishedRun } from './finished-run.ts'

/** Letters and announcements that came to no end, or to a wrong one. */
eachIsSeen({
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
  }
})

test('a letter that tells somebody who had paid of the refund violates nothing', async t => {
  const { check, plant } = await finishedRun(t)
  await plant(`insert into facts (account, event_id, payment_id, kind, order_id, value)
    select '', event_id, payment_id, 'refunded', order_id,
      json_build_object('amount', (value ->> 'amount')::integer, 'email', 'a@example.com', 'name', null, 'locale', null)
    from facts where kind = 'paid'`)
  await plant(
    `update orders set refunded = (value ->> 'amount')::bigint from facts where kind = 'paid' and id = 'paid'`
  )
  await plant(`insert into letters (account, payment_id, kind, order_id, status, checked, done)
    values ('', 'pi_paid', 'refunded', 'paid', 'sent', clock_timestamp(), now())`)
  await plant(`insert into announcements (account, order_id, kind, payment_id, data, done)
    values ('', 'paid', 'order.refunded', 'pi_paid', '{}', now())`)
  await plant('update events set payload = null')
  assert.deepEqual((await check()).violations, [])
})
