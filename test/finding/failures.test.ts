import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listFailures } from '@paidonce/operator/operations/finding/list-failures'
import { lookAtEvent } from '@paidonce/operator/operations/finding/look-at-event'
import { search } from '@paidonce/operator/operations/finding/search'
import { foundShop } from './found-shop.ts'

test('failures are grouped by what may be their cause, the largest group first', async t => {
  const ledger = await foundShop(t)
  const { events, letters } = await listFailures(ledger, new Date('2026-05-01'))
  assert.deepEqual(
    events.map(({ type, error, codeVersion, failed, failing, examples }) => [
      type,
      error.code,
      error.text,
      codeVersion,
      failed,
      failing,
      examples.join(' ')
    ]),
    [
      ['toy.broken', 'SQLSTATE_22001', 'refused again', '1', 1, 1, 'evt_d evt_c'],
      ['checkout.session.completed', 'SQLSTATE_23505', 'the replay failed', '2', 1, 0, 'evt_x'],
      ['toy.broken', 'UNKNOWN_EVENT_TYPE', 'newer', '2', 1, 0, 'evt_e']
    ]
  )
  assert.deepEqual(
    [events[0]?.count, events[0]?.first, events[0]?.last],
    [2, '2026-05-03T00:00:00.000Z', '2026-05-04T00:00:00.000Z']
  )
  assert.deepEqual(
    letters.map(({ kind, status, reason, count }) => [kind, status, reason, count]),
    [
      ['payment_failed', 'given_up', 'SMTP 550', 1],
      ['payment_failed', 'owed', 'SMTP 450', 1]
    ]
  )
  const later = await listFailures(ledger, new Date('2026-05-05'))
  assert.deepEqual(
    later.letters.map(({ status }) => status),
    ['owed']
  )
})

test('of one event all is told, as JSON can hold it', async t => {
  const ledger = await foundShop(t)
  const paid = await lookAtEvent(ledger, 'evt_a')
  assert.deepEqual(paid?.facts, [
    {
      payment: 'pi_a',
      kind: 'paid',
      named: 'a',
      order: 'a',
      value: { amount: 3_000, currency: 'eur', email: 'Ann@Shop.example' }
    }
  ])
  assert.equal(paid?.payload, '{"id": "evt_a"}')
  assert.deepEqual(JSON.parse(JSON.stringify(paid)), paid)

  assert.deepEqual(
    (await lookAtEvent(ledger, 'evt_r'))?.facts.map(({ kind, named, order }) => [kind, named, order]),
    [
      ['dispute', null, 'a'],
      ['refund', null, 'a']
    ]
  )
  assert.equal((await lookAtEvent(ledger, 'evt_b'))?.missed?.cause, 'not_taken')
  const [action] = (await lookAtEvent(ledger, 'evt_c'))?.actions ?? []
  assert.deepEqual(
    [action?.who, action?.what, action?.why, action?.result],
    ['ann', 'replay', 'mended', null]
  )
})

test('an event that nobody sent is not known', async t => {
  const ledger = await foundShop(t)
  for (const id of ['evt_none', '', '\0', "'"]) assert.equal(await lookAtEvent(ledger, id), undefined)
})

test('whatever is pasted is looked for in every list that can know it', async t => {
  const ledger = await foundShop(t)
  const found = async (text: string) => {
    const all = await search(ledger, text)
    return all && [all.sought.kind, all.orders.rows.length, all.events.rows.length, all.letters.rows.length]
  }
  assert.deepEqual(await found(' a '), ['order', 2, 3, 2])
  assert.deepEqual(await found('evt_a'), ['event', 1, 1, 0])
  assert.deepEqual(await found('cs_a'), ['session', 1, 1, 0])
  assert.deepEqual(await found('https://dashboard.stripe.com/payments/pi_a'), ['payment', 1, 2, 1])
  assert.deepEqual(await found('re_1'), ['about', 1, 1, 0])
  assert.deepEqual(await found('ann@shop.example'), ['email', 2, 3, 1])
  assert.deepEqual(await found('nothing'), ['order', 0, 0, 0])
  assert.equal(await found(' '), undefined)
})
