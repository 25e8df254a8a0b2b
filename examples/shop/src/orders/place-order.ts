import { isSameOrder, type NewOrder, type Order } from './order.ts'

type Ports = Readonly<{
  /** Writes the order into the shop's own database. Under an id that is taken nothing is written; gives what is there. */
  writeOrder: (order: NewOrder) => Promise<Order>
  /** Tells paidonce which amount to expect. */
  registerOrder: (order: Order) => Promise<void>
  /** Creates the Checkout Session, and gives the address of the page where it is paid. */
  openCheckout: (order: Order) => Promise<string>
}>

/**
 * From a basket to the page where it is paid, in this order. If the program dies in between, or a step fails:
 *
 * - after `writeOrder`: the shop has an order that nobody was asked to pay. It waits for ever and costs nothing.
 * - after `registerOrder`: paidonce expects money that does not come. It costs nothing either.
 * - after `openCheckout`: Stripe has a session that the buyer never saw. It expires after a day, and `order.expired` cancels
 *   the order.
 *
 * Never the other way round: money must not come for an order that nobody wrote down. The buyer who tries again brings the same
 * id, so every step finds what the first try left: the same order, the same registration, and, by Stripe's idempotency, the
 * same session. Throws OtherOrder if the id is one of another order.
 */
export function createPlaceOrder({ writeOrder, registerOrder, openCheckout }: Ports) {
  return async function placeOrder(wish: NewOrder): Promise<string> {
    const order = await writeOrder(wish)
    if (!isSameOrder(order, wish)) throw new OtherOrder()
    await registerOrder(order)
    return await openCheckout(order)
  }
}

/** The basket was changed and sent again from an old page. */
export class OtherOrder extends Error {
  override readonly name = 'OtherOrder'

  constructor() {
    super('this id belongs to an order with another content')
  }
}
