import { escapeHtml } from '@paidonce/shared/escape-html'
import { formatMoney } from '@paidonce/shared/money'
import { type Payment, type Way, waysOf } from '../afterwards/afterwards.ts'
import { layout } from './layout.ts'

const NAMES: Readonly<Record<Way, string>> = {
  refund_all: 'Refund the rest',
  refund_half: 'Refund half',
  dispute: 'The buyer disputes it',
  win: 'The bank decides for the shop',
  lose: 'The bank decides for the buyer'
}

const nameOf = (way: Way, refunded: number) =>
  way === 'refund_all' && refunded === 0 ? 'Refund' : NAMES[way]

/** What somebody at the shop, the buyer or a bank may do about payments that went through. */
export const paymentsPage = (payments: readonly Payment[]): string =>
  layout({
    title: 'Payments',
    main: `<main class="alone wide">
<h1>Payments</h1>
${payments.length === 0 ? '<div class="sheet"><p>Nothing is paid yet. Buy something at the shop first.</p></div>' : ''}
${payments.map(row).join('\n')}
</main>`
  })

function row(payment: Payment): string {
  const { session, intent, refunded, dispute } = payment
  const money = (amount: number) => escapeHtml(formatMoney({ amount, currency: intent.currency }, 'en'))
  const state = [
    refunded > 0 ? `${money(refunded)} refunded` : '',
    dispute === undefined ? '' : `dispute: ${escapeHtml(dispute.status.replaceAll('_', ' '))}`
  ].filter(Boolean)
  const buttons = waysOf(payment)
    .map(way => `<button name="way" value="${way}">${nameOf(way, refunded)}</button>`)
    .join('')
  return `<form method="post" class="payment">
<input type="hidden" name="session" value="${escapeHtml(session.id)}">
<p><strong>${money(intent.amount)}</strong> ${escapeHtml(orderNameOf(session))} <small>${escapeHtml(intent.id)}</small></p>
<p>${state.join(' · ') || 'paid'}</p>
${buttons}
</form>`
}

const orderNameOf = ({ metadata, client_reference_id: reference }: Payment['session']) => {
  const order = metadata?.order_id ?? reference
  return order ? `order ${order}` : ''
}
