import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FactKind, FactValues } from '@paidonce/core/facts/fact'
import { findOrders } from '@paidonce/ledger/finding/find-orders'
import { OPEN_MARKS } from '@paidonce/ledger/finding/order-marks'
import { settleBatch } from '@paidonce/ledger/settling/settle-batch'
import { judge } from '@paidonce/operator/operations/overview/judge'
import { lookAtEverything } from '@paidonce/operator/operations/overview/look'
import { ownJob } from '../ledger/told.ts'
import { ownLedger } from '../support/own-database.ts'
import { SETTLING_RULES } from '../support/settling-rules.ts'

const DUE = { amount: 3_000, currency: 'eur' }
const dispute = (status: string) => ({ dispute: 'du_1', ...DUE, status, reason: 'duplicate' })
const refund = (status: string) => ({ refund: 're_1', amount: 3_000, status })

test('what an operator has still to act on is counted and listed, until it is over', async t => {
  const ledger = await ownLedger(t)
  const ports = {
    ledger,
    countJobs: () => Promise.reject(new Error('not looked at')),
    onError: () => undefined
  }

  const aWeekLater = () => ledger.pool.query(`update announcements set at = at - interval '8 days'`)

  async function says<Kind extends FactKind>(payment: string, kind: Kind, value: FactValues[Kind]) {
    const job = ownJob()
    const order = payment.slice(3, -1)
    const facts = [{ kind, value, payment, order } as never]
    const reading = { session: null, payment, order, email: null, facts }
    await settleBatch(ledger, SETTLING_RULES, {
      events: [{ job, reading, payload: '{}', attempts: 1 }],
      orders: []
    })
  }

  /** The orders that are open, each by its mark; the overview must say as many, and lead there. */
  async function open(): Promise<string[]> {
    const report = await lookAtEverything(ports, Date.now())
    const lists = OPEN_MARKS.map(async mark => {
      const { rows } = await findOrders(ledger, { mark }, {})
      assert.equal(report.ledger?.open[mark], rows.length)
      const told = judge(report).filter(({ url }) => url === `/orders?mark=${mark}`)
      assert.deepEqual(
        told.map(({ tone, sentence }) => [tone, sentence.split(' ', 2).join(' ')]),
        rows.length === 0 ? [] : [['bad', rows.length === 1 ? '1 order' : `${rows.length} orders`]]
      )
      return rows.map(({ id }) => `${id} ${mark}`)
    })
    return (await Promise.all(lists)).flat()
  }

  await t.test('a dispute, until it is answered or closed', async () => {
    await says('pi_d1', 'paid', DUE)
    await says('pi_d1', 'dispute', dispute('needs_response'))
    assert.deepEqual(await open(), ['d dispute_open'])
    await says('pi_d1', 'dispute', dispute('under_review'))
    assert.deepEqual(await open(), [])
    await says('pi_d1', 'dispute', dispute('lost'))
    assert.deepEqual(await open(), [])
  })

  await t.test('an order paid twice, until all of one payment went back', async () => {
    await says('pi_t1', 'paid', DUE)
    await says('pi_t2', 'paid', DUE)
    await says('pi_t2', 'refunded', { amount: 100 })
    assert.deepEqual(await open(), ['t paid_twice_open'])
    await says('pi_t2', 'refunded', { amount: 3_000 })
    assert.deepEqual(await open(), [])
    await says('pi_t3', 'paid', DUE)
    assert.deepEqual(await open(), ['t paid_twice_open'])
    await says('pi_t1', 'dispute', dispute('lost'))
    assert.deepEqual(await open(), [])
  })

  await t.test(
    'a warning of fraud, until its payment went back, a dispute came, or a week went by',
    async () => {
      for (const order of ['f', 'g', 'h']) {
        await says(`pi_${order}1`, 'paid', DUE)
        await says(`pi_${order}1`, 'fraud_warning', { warning: `issfr_${order}` })
      }
      assert.deepEqual((await open()).sort(), ['f fraud_open', 'g fraud_open', 'h fraud_open'])
      await says('pi_f1', 'refunded', { amount: 3_000 })
      await says('pi_g1', 'dispute', dispute('lost'))
      assert.deepEqual(await open(), ['h fraud_open'])
      await aWeekLater()
      assert.deepEqual(await open(), [])
    }
  )

  await t.test('a review of Radar’s, until it is closed', async () => {
    await says('pi_r1', 'paid', DUE)
    await says('pi_r1', 'radar_review', { review: 'prv_1', isOpen: true })
    await aWeekLater()
    assert.deepEqual(await open(), ['r fraud_open'])
    await says('pi_r1', 'radar_review', { review: 'prv_1', isOpen: false })
    assert.deepEqual(await open(), [])
  })

  await t.test('a refund that failed, for a week', async () => {
    await says('pi_b1', 'paid', DUE)
    await says('pi_b1', 'refund', refund('failed'))
    assert.deepEqual(await open(), ['b refund_failed_open'])
    await aWeekLater()
    assert.deepEqual(await open(), [])
  })
})
