import { keyText } from '@paidonce/ledger/keys'
import { groupBy } from '@paidonce/shared/group-by'
import { linksAfter, orderOfFact, type Scene } from '../rebuild/predict.ts'

/** A scene cut into one for each order, which holds nothing of the others. Payments have the orders that they end with. */
export function scenesOfOrders(scene: Scene): Scene[] {
  const links = linksAfter(scene)
  const keyOf = (account: string, fact: Readonly<{ payment: string; order: string | null }>) =>
    keyText(orderOfFact(links, account, fact))
  const known = groupBy(scene.known, ({ account, fact }) => keyOf(account, fact))
  const told = groupBy(scene.told, one => keyOf(one.account, one))
  const states = new Map(scene.states.map(state => [keyText(state), state]))

  return scene.orders.map(order => {
    const key = keyText(order)
    const own = { known: known.get(key) ?? [], told: told.get(key) ?? [] }
    const telling = new Set([...own.told, ...own.known].map(({ event }) => event))
    const payments = new Set([
      ...own.told.map(({ payment }) => payment),
      ...own.known.map(({ fact }) => fact.payment)
    ])
    const state = states.get(key)
    return {
      ...own,
      orders: [order],
      links: [...payments].map(payment => ({ account: order.account, payment, order: order.id })),
      events: scene.events.filter(event => telling.has(event)),
      states: state === undefined ? [] : [state]
    }
  })
}
