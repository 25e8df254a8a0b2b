import { eachIsSeen } from './each-is-seen.ts'

/** A status or a mark that the facts of an order do not give, and an order that nobody settled. */
eachIsSeen({
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
  }
})
