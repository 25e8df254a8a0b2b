import { escapeHtml } from '@paidonce/shared/escape-html'
import { formatMoney } from '@paidonce/shared/money'
import type { Hosted } from '../sessions/create-session.ts'
import type { Line } from '../sessions/line-items.ts'
import { layout } from './layout.ts'

/** Where an open session is paid, by one button for each thing that can happen. */
export function payPage({ session, lines }: Hosted): string {
  const money = (amount: number) =>
    escapeHtml(formatMoney({ amount, currency: session.currency ?? '' }, 'en'))
  const total = money(session.amount_total ?? 0)
  return layout({
    title: `Pay ${formatMoney({ amount: session.amount_total ?? 0, currency: session.currency ?? '' }, 'en')}`,
    main: `<main>
<section aria-label="What you buy">
<h1>You pay</h1>
<p class="total">${total}</p>
<ul>${lines.map(line => row(line, money)).join('')}</ul>
</section>
<form method="post">
<label>E-mail <input name="email" type="email" required maxlength="200" autocomplete="email" value="${escapeHtml(session.customer_email ?? 'buyer@example.com')}"></label>
<label>Name <input name="name" required maxlength="100" autocomplete="name" value="Ann Example"></label>
<fieldset>
<legend>What shall happen?</legend>
<button class="first" name="way" value="card">Pay ${total} by card<small>The money is there at once</small></button>
<button name="way" value="bank">Pay from a bank account<small>The money comes later: here after a second, at Stripe after days</small></button>
<button name="way" value="bank_fails">Pay from a bank account that is empty<small class="bad">It looks fine at first; then the money does not come</small></button>
</fieldset>
<div class="ways-out">
<a href="${escapeHtml(session.cancel_url ?? session.success_url ?? '')}">Back to the shop, unpaid</a>
<button name="way" value="expire" formnovalidate>Let this session expire</button>
</div>
</form>
</main>`
  })
}

function row({ name, quantity, amount }: Line, money: (amount: number) => string): string {
  const each = quantity === 1 ? '' : `<small>${quantity} × ${money(amount / quantity)}</small>`
  return `<li><span>${escapeHtml(name)}${each}</span><span class="amount">${money(amount)}</span></li>`
}
