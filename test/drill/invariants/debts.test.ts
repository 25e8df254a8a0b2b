import { eachIsSeen } from './each-is-seen.ts'

/** What is owed and not written down, and what is written down and not owed. */
eachIsSeen({
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
  'a letter of an order that is not there': {
    plant: [
      `insert into letters (account, payment_id, kind, order_id, status) values ('', 'pi_x', 'payment_failed', 'nowhere', 'sent')`
    ],
    seen: {
      'each fulfilment, letter and announcement belongs to an order that is there': { order: 'nowhere' }
    }
  }
})
