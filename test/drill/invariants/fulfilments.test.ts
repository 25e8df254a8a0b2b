import { eachIsSeen } from './each-is-seen.ts'

/** Fulfilments without a payment, and more of them than one. */
eachIsSeen({
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
  }
})
