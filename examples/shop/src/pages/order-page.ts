import { formatMoney } from '../orders/format-money.ts'
import type { Order, OrderStatus } from '../orders/order.ts'
import { findProduct } from '../orders/products.ts'
import { escapeHtml } from './escape-html.ts'
import { layout } from './layout.ts'

type State = Readonly<{ label: string; tone: string; title: string; text: string }>

const STATES: Readonly<Record<OrderStatus, State>> = {
  waiting: {
    label: 'Waiting for your money',
    tone: '',
    title: 'Thank you!',
    text: 'We are waiting for your money. By card it takes a moment, from a bank account some days. This page looks again by itself; you may also close it.'
  },
  shipped: {
    label: 'Shipped',
    tone: 'good',
    title: 'On its way to you',
    text: 'Your money is here, and your parcel has left.'
  },
  cancelled: {
    label: 'Cancelled',
    tone: 'bad',
    title: 'This order is cancelled',
    text: 'No money came for it. If you still want these things, please order again.'
  },
  review: {
    label: 'Being looked at',
    tone: '',
    title: 'One moment please',
    text: 'Your money is here, but something about it needs a look by one of us. You need not do anything.'
  }
}

/** What the page calls an order that is paid while no announcement of it has come yet. */
const PAID: State = {
  label: 'Paid',
  tone: 'good',
  title: 'Thank you!',
  text: 'Your money is here. Your parcel leaves in a moment.'
}

const LOOK_AGAIN_S = 2

/**
 * What the shop knows of an order. The buyer comes here from Stripe, and that proves nothing: the page only shows what
 * announcements have made of the order, and never changes it. `isPaid`: paidonce says so, and its announcement is on its way.
 */
export function orderPage(
  { id, product, quantity, amount, currency, status }: Order,
  isPaid: boolean
): string {
  const { label, tone, title, text } = isPaid ? PAID : STATES[status]
  const isWaiting = status === 'waiting'
  return layout({
    title: label,
    refreshS: isWaiting ? LOOK_AGAIN_S : undefined,
    main: `<div class="sheet">
<span class="state ${tone}">${label}</span>
<h1>${title}</h1>
<p>${text}</p>
${isWaiting ? '<div class="bar" aria-hidden="true"></div>' : ''}
<dl>
<dt>Order</dt><dd>${escapeHtml(id)}</dd>
<dt>What</dt><dd>${quantity} × ${escapeHtml(findProduct(product)?.name ?? product)}</dd>
<dt>Price</dt><dd>${escapeHtml(formatMoney(amount, currency))}</dd>
</dl>
<a class="button" href="/">Back to the shop</a>
</div>`
  })
}
