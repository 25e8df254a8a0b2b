import { eachIsSeen } from './each-is-seen.ts'

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
