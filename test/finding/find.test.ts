import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EventFilter } from '@paidonce/ledger/finding/find-events'
import type { LetterFilter } from '@paidonce/ledger/finding/find-letters'
import type { OrderFilter } from '@paidonce/ledger/finding/find-orders'
import { findEvents } from '@paidonce/operator/operations/finding/find-events'
import { findLetters } from '@paidonce/operator/operations/finding/find-letters'
import { findOrders } from '@paidonce/operator/operations/finding/find-orders'
import { foundShop } from './found-shop.ts'

const at = (day: number) => new Date(Date.UTC(2026, 4, day))

const EVENTS: readonly (readonly [filter: EventFilter, ids: string])[] = [
  [{}, 'x r e d c b a'],
  [{ event: 'evt_b' }, 'b'],
  [{ session: 'cs_a' }, 'a'],
  [{ payment: 'pi_a' }, 'r a'],
  // r is a refund: it names the payment alone.
  [{ order: 'a' }, 'x r a'],
  [{ order: 'a', account: '' }, 'r a'],
  [{ order: 'a', account: 'acct_1' }, 'x'],
  [{ about: 're_1' }, 'r'],
  [{ about: 'pi_a' }, ''],
  [{ email: 'ANN@shop.example' }, 'x r a'],
  [{ account: '' }, 'r e d c b a'],
  [{ account: 'acct_1' }, 'x'],
  [{ account: 'acct_2' }, ''],
  [{ type: 'toy.broken' }, 'e d c'],
  [{ state: 'finished' }, 'r b a'],
  [{ state: 'failing' }, 'd'],
  [{ state: 'failed' }, 'x e c'],
  [{ error: 'SQLSTATE_22001' }, 'd c'],
  [{ error: 'SQLSTATE_22001', state: 'failed' }, 'c'],
  [{ codeVersion: '2' }, 'x e'],
  [{ since: at(3), until: at(5) }, 'd c'],
  [{ email: 'ann@shop.example', until: at(7), type: 'refund.created' }, 'r']
]

const ORDERS: readonly (readonly [filter: OrderFilter, ids: string])[] = [
  [{}, 'a@acct_1 e d c b a'],
  [{ order: 'a' }, 'a@acct_1 a'],
  [{ order: 'a', account: '' }, 'a'],
  [{ session: 'cs_b' }, 'b'],
  [{ payment: 'pi_a' }, 'a'],
  [{ payment: 'pi_none' }, ''],
  [{ event: 'evt_r' }, 'a'],
  [{ event: 'evt_e' }, 'e'],
  [{ about: 're_1' }, 'a'],
  [{ about: 'du_1' }, 'a'],
  [{ email: 'ann@SHOP.example' }, 'a@acct_1 a'],
  [{ email: 'dan@shop.example' }, 'd'],
  [{ email: 'ann@shop.example', payment: 'pi_x' }, 'a@acct_1'],
  [{ account: 'acct_1' }, 'a@acct_1'],
  [{ account: '' }, 'e d c b a'],
  [{ status: 'fulfilled' }, 'a@acct_1 c a'],
  [{ status: 'none' }, ''],
  [{ mark: 'any' }, 'd c a'],
  [{ mark: 'paid_twice' }, 'c'],
  [{ mark: 'refunded' }, 'a'],
  [{ mark: 'dispute' }, 'a'],
  [{ mark: 'mismatch' }, 'd'],
  [{ mark: 'fraud' }, ''],
  [{ mark: 'refund_failed' }, ''],
  [{ mark: 'any', status: 'fulfilled' }, 'c a'],
  [{ since: at(2), until: at(4) }, 'c b']
]

const LETTERS: readonly (readonly [filter: LetterFilter, payments: string])[] = [
  [{}, 'pi_x pi_d pi_c pi_b pi_a'],
  [{ letter: '1' }, 'pi_a'],
  [{ letter: 'x' }, ''],
  [{ order: 'a' }, 'pi_x pi_a'],
  [{ order: 'a', account: '' }, 'pi_a'],
  [{ payment: 'pi_b' }, 'pi_b'],
  [{ recipient: 'ann@shop.example' }, 'pi_a'],
  [{ account: 'acct_1' }, 'pi_x'],
  [{ account: '' }, 'pi_d pi_c pi_b pi_a'],
  [{ kind: 'payment_failed' }, 'pi_d pi_c pi_b'],
  [{ status: 'owed' }, 'pi_c pi_b'],
  [{ status: 'given_up' }, 'pi_d'],
  [{ failing: true }, 'pi_b'],
  [{ since: at(2), until: at(4) }, 'pi_c pi_b'],
  [{ kind: 'payment_failed', status: 'owed' }, 'pi_c pi_b']
]

test('what is looked for is found, the newest first', async t => {
  const ledger = await foundShop(t)
  for (const [filter, ids] of EVENTS)
    await t.test(`events: ${JSON.stringify(filter)}`, async () => {
      const { rows, next } = await findEvents(ledger, filter)
      assert.equal(rows.map(({ id }) => id.slice('evt_'.length)).join(' '), ids)
      assert.equal(next, null)
    })
  for (const [filter, ids] of ORDERS)
    await t.test(`orders: ${JSON.stringify(filter)}`, async () => {
      const { rows } = await findOrders(ledger, filter)
      assert.equal(rows.map(({ id, account }) => (account ? `${id}@${account}` : id)).join(' '), ids)
    })
  for (const [filter, payments] of LETTERS)
    await t.test(`letters: ${JSON.stringify(filter)}`, async () => {
      const { rows } = await findLetters(ledger, filter)
      assert.equal(rows.map(({ payment }) => payment).join(' '), payments)
    })
})

test('what is found says what is known', async t => {
  const ledger = await foundShop(t)
  const { rows: orders } = await findOrders(ledger, { account: '' })
  assert.deepEqual(
    orders.map(({ id, money, email, fulfilledBy }) => [id, money, email, fulfilledBy]),
    [
      ['e', null, null, null],
      ['d', { amount: 700, currency: 'eur' }, null, null],
      ['c', null, null, null],
      ['b', { amount: 500, currency: 'jpy' }, null, null],
      ['a', { amount: 3_000, currency: 'eur' }, 'Ann@Shop.example', 'pi_a']
    ]
  )
  assert.deepEqual(orders.at(-1)?.marks, {
    paidTwice: [],
    refunded: 3_000,
    refundFailed: [],
    dispute: 'lost',
    fraud: [],
    mismatch: []
  })
  const [event] = (await findEvents(ledger, { event: 'evt_c' })).rows
  assert.deepEqual(event, {
    account: '',
    id: 'evt_c',
    type: 'toy.broken',
    state: 'failed',
    session: 'cs_c',
    payment: 'pi_c',
    order: 'c',
    email: null,
    received: '2026-05-03T00:00:00.000Z',
    how: 'webhook',
    finished: null,
    failed: '2026-05-03T00:00:00.000Z',
    attempts: 8,
    error: { code: 'SQLSTATE_22001', text: 'refused' },
    codeVersion: '1'
  })
  const [letter] = (await findLetters(ledger, { payment: 'pi_b' })).rows
  assert.deepEqual(
    [letter?.reason, letter?.owed, letter?.done],
    ['SMTP 450', '2026-05-02T00:00:00.000Z', null]
  )
})
