import type Stripe from 'stripe'
import type { Order } from '../orders/order.ts'
import { findProduct } from '../orders/products.ts'

type Places = Readonly<{ stripe: Stripe; shopUrl: string }>

/**
 * Creates the Checkout Session of an order, and gives the address of the page where it is paid. The idempotency key follows from
 * the order's id: however often this is called for an order, Stripe creates one session.
 */
export const createOpenCheckout =
  ({ stripe, shopUrl }: Places) =>
  async (order: Order): Promise<string> => {
    const { url } = await stripe.checkout.sessions.create(
      {
        mode: 'payment',
        line_items: [
          {
            quantity: order.quantity,
            price_data: {
              currency: order.currency,
              unit_amount: order.amount / order.quantity,
              product_data: { name: findProduct(order.product)?.name ?? order.product }
            }
          }
        ],
        // Where paidonce looks for the order's id. The other two are for people who search at Stripe.
        metadata: { order_id: order.id },
        client_reference_id: order.id,
        payment_intent_data: { metadata: { order_id: order.id } },
        customer_email: order.email,
        locale: order.locale as Stripe.Checkout.SessionCreateParams.Locale,
        // Stripe puts the session's id there, for the page to ask paidonce about it.
        success_url: `${shopUrl}/orders/${order.id}?session={CHECKOUT_SESSION_ID}`,
        cancel_url: `${shopUrl}/`
      },
      { idempotencyKey: `checkout-${order.id}` }
    )
    if (url === null) throw new Error('Stripe gave a session without a page')
    return url
  }
