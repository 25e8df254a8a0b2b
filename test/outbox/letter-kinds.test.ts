import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { startMail } from '@paidonce/local-stack/mail/start-mail'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { playSequence } from '@paidonce/stripe-twin/sequences/play'
import type { SequenceName } from '@paidonce/stripe-twin/sequences/table'
import { eventually } from '../support/eventually.ts'
import { outcomeOf } from '../support/outcome.ts'
import { type Shop, startShop } from '../support/shop.ts'

async function startShopWithMail(t: TestContext, workerEnv: Readonly<Record<string, string>> = {}) {
  const mail = await startMail()
  t.after(() => mail.stop())
  return { mail, shop: await startShop(t, { workerEnv: { SMTP_URL: mail.smtpUrl, ...workerEnv } }) }
}

const eventsOf = (name: SequenceName) =>
  playSequence(name, { orderId: name, seed: 'kinds', now: Math.floor(Date.now() / 1_000) }).steps.map(
    ({ event }) => event as unknown as StripeEvent
  )

const lettersOf = async (shop: Shop, order: string) =>
  (await outcomeOf(shop.ledger, order)).letters as { kind: string; status: string; reason: string | null }[]

const ended = (shop: Shop, name: SequenceName, letters: readonly object[]) =>
  eventually(async () =>
    assert.deepEqual(
      (await lettersOf(shop, name)).map(({ kind, status, reason }) => ({ kind, status, reason })),
      letters
    )
  )

test('a declined payment and a full refund are each told to the buyer, in words of their own', async t => {
  const { mail, shop } = await startShopWithMail(t)
  await shop.deliverAll([...eventsOf('intent_declined'), ...eventsOf('refund_full')])
  await ended(shop, 'intent_declined', [{ kind: 'payment_declined', status: 'sent', reason: null }])
  await ended(shop, 'refund_full', [{ kind: 'refunded', status: 'sent', reason: null }])
  assert.equal(new Set(mail.letters().map(({ subject }) => subject)).size, 2)
})

test('a kind that LETTERS leaves out is withdrawn, and its row says so', async t => {
  const { mail, shop } = await startShopWithMail(t, { LETTERS: 'payment_failed' })
  const reason = 'the shop sends no such letters'
  await shop.deliverAll([...eventsOf('intent_declined'), ...eventsOf('refund_full')])
  await ended(shop, 'intent_declined', [{ kind: 'payment_declined', status: 'withdrawn', reason }])
  await ended(shop, 'refund_full', [{ kind: 'refunded', status: 'withdrawn', reason }])
  await shop.deliverAll(eventsOf('async_payment_failed'))
  await ended(shop, 'async_payment_failed', [{ kind: 'payment_failed', status: 'sent', reason: null }])
  assert.equal(mail.letters().length, 1)
})

test('a letter about a declined payment waits, and is withdrawn if the buyer has paid meanwhile', async t => {
  const { mail, shop } = await startShopWithMail(t, { DECLINED_LETTER_AFTER: '1h' })
  const events = eventsOf('intent_declined_then_paid')
  const acted = events.filter(({ type }) => type.startsWith('payment_intent.') && !type.endsWith('.created'))
  const [declined, ...rest] = acted
  assert.equal(declined?.type, 'payment_intent.payment_failed')
  await shop.deliverAll([declined])
  await eventually(async () =>
    assert.deepEqual(
      (await lettersOf(shop, 'intent_declined_then_paid')).map(({ status }) => status),
      ['owed']
    )
  )
  await shop.deliverAll(rest)
  await shop.finished(rest)
  const { rows } = await shop.ledger.pool.query(`update letters set not_before = now() returning handed_over`)
  assert.equal(rows[0].handed_over, null, 'it went before its time')
  await ended(shop, 'intent_declined_then_paid', [
    {
      kind: 'payment_declined',
      status: 'withdrawn',
      reason: 'no longer true when it was about to be sent'
    }
  ])
  assert.equal(mail.letters().length, 0)
})
