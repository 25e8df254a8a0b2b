import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { FACTS, readEvent } from '@paidonce/core/facts/table'
import type { OrderHistory } from '@paidonce/ledger/people/order-history'
import { projectRoot } from '@paidonce/local-stack/project-root'
import { readPorts } from '@paidonce/local-stack/start/settings'
import { welcome } from '@paidonce/local-stack/start/welcome'
import { showOrder } from '@paidonce/operator/operations/show-order'
import { isStripeEvent } from '@paidonce/shared/stripe-event'
import { keptOf } from '@paidonce/stripe-twin/check/check-plays'
import { playSequence } from '@paidonce/stripe-twin/sequences/play'
import { verdictLines } from '@paidonce/stripe-twin/trigger/check-lines'
import { reportLines } from '@paidonce/stripe-twin/trigger/delivery-lines'
import { makeRun } from '@paidonce/stripe-twin/trigger/make-run'
import { readArguments } from '@paidonce/stripe-twin/trigger/read-arguments'
import { runLines } from '@paidonce/stripe-twin/trigger/run-lines'
import { createScreen } from '@paidonce/stripe-twin/trigger/screen'
import { PICTURES } from './pictures.ts'
import { isSameButForTimes, withoutTimes } from './steady.ts'
import { draw } from './svg/draw.ts'
import { readDrawing } from './svg/read-drawing.ts'
import { SIZE } from './take-picture.ts'
import { readScreen } from './xterm/read-screen.ts'

// What the commands of the pictures would say now, by the functions that write it, without servers.
const SAID_NOW: Readonly<Record<string, (command: string) => string>> = {
  start: saidByStart,
  order: saidByOrder,
  mix: saidByMix
}

for (const picture of PICTURES) {
  test(`docs/pictures/${picture.name}.svg shows what ${picture.command} says now`, async () => {
    const said = SAID_NOW[picture.name]?.(picture.command) ?? ''
    const now = draw(picture, await readScreen(said.replaceAll('\n', '\r\n'), SIZE))
    const then = readFileSync(join(projectRoot, 'docs', 'pictures', `${picture.name}.svg`), 'utf8')
    const lines = (svg: string) => readDrawing(svg).map(withoutTimes)
    assert.deepEqual(lines(then), lines(now), 'the words differ: npm run pictures takes it anew')
    assert.ok(isSameButForTimes(then, now), 'it looks otherwise now: npm run pictures takes it anew')
  })
}

function saidByStart(): string {
  const { webhook, mail, console, shop, twin } = readPorts({})
  return welcome({
    webhookUrl: `http://127.0.0.1:${webhook}/webhook`,
    webhookSecret: 'whsec_…',
    mailUrl: `http://127.0.0.1:${mail}`,
    consoleUrl: `http://127.0.0.1:${console}`,
    operator: { name: 'operator', password: '…' },
    shop: { url: `http://127.0.0.1:${shop}`, isAtStripe: false },
    paymentsUrl: `http://127.0.0.1:${twin}/payments`,
    hasOwnSecret: false,
    color: true
  })
}

function saidByOrder(): string {
  const at = new Date(0)
  const { order: told, steps, payments } = playSequence('card', { orderId: '1001', seed: '3', now: 0 })
  const facts = steps.flatMap(({ event }) => {
    // As it comes out of the queue: JSON, and no longer of Stripe's own type.
    const sent: unknown = JSON.parse(JSON.stringify(event))
    assert.ok(isStripeEvent(sent))
    const { id, type } = sent
    return readEvent(FACTS, { orderIdFrom: ['metadata.order_id'] }, sent).facts.map(
      ({ payment, kind, value }) => ({
        payment,
        kind,
        value: { ...value },
        event: id,
        event_type: type,
        received: at
      })
    )
  })
  const marks = { paid_twice: [], refunded: '0', refund_failed: [], dispute: null, fraud: [], mismatch: [] }
  const order = { status: 'fulfilled', ...marks, unsettled: false }
  const line = {
    id: 'li_1',
    description: 'Order 1001',
    quantity: 1,
    amount: told.amount,
    currency: told.currency,
    price: null,
    product: null
  }
  const history: OrderHistory = {
    order: { ...order, created: at, changed: at },
    facts,
    fulfilments: payments.map(payment => ({ payment, at })),
    lineItems: [{ session: 'cs', fetched: at, given_up: null, reason: null, lines: [line] }],
    letters: [],
    announcements: [{ id: '1', kind: 'order.fulfilled', at, handed_over: at, done: at }],
    failures: []
  }
  return showOrder('1001', history, [])
}

function saidByMix(command: string): string {
  let said = ''
  const write = (text: string) => {
    said += text
  }
  const screen = createScreen({ output: { write }, color: true, now: () => 0 })
  const wanted = readArguments(command.replace('npm run trigger -- ', '').split(' '))
  assert.ok(wanted.show === 'run')
  const run = makeRun(wanted, { seed: '', now: 0 })
  const delivered = run.deliveries.map(({ event }) => ({
    event,
    answer: { status: 200, code: null },
    attempts: 1,
    accepted: true
  }))
  const acceptedIds = new Set(delivered.map(({ event }) => event.id))
  const report = { delivered, acceptedIds, attempts: delivered.length }
  const look = { orders: run.plays.length, wrong: [], unfinished: [], failed: 0 }
  const lines = [
    ...runLines(wanted.what, run),
    ...reportLines(report, 1_000),
    ...verdictLines(
      { ...look, open: { events: 0, letters: 0, orders: 0 } },
      keptOf(run.plays, acceptedIds).length,
      1_000
    )
  ]
  for (const line of lines) screen.say(...line)
  return said
}
