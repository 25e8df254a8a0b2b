import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { outcomeOf } from '../support/outcome.ts'
import { KEY, startReconciledShop } from './reconciled-shop.ts'

const isOfPayment = (type: string) => type.startsWith('checkout.') || type.startsWith('payment_intent.')

test('what Stripe says and what was settled', async t => {
  const shop = await startReconciledShop(t)
  const { happens, isTold, reconcile, ledger, makeOld, setFaults } = shop

  const agreed = ['card', 'free', 'async_payment_succeeded', 'refund_full', 'expired'] as const
  for (const [index, name] of agreed.entries()) await isTold(happens(name, `agreed-${index}`))

  await t.test('agree where every event came, and the exit code says so', async () => {
    await makeOld()
    const { code, out } = await reconcile()
    assert.deepEqual([code, out.slice(1)], [0, HEADINGS(0, 0, 0)])
  })

  const never = happens('card', 'never')
  const refunded = happens('refund_partial', 'refunded')
  const disputed = happens('dispute_open', 'disputed')
  const dearer = happens('card', 'dearer')
  const invented = checkoutEvent('completed', { order: 'invented', payment: 'pi_invented' })

  await t.test('differ in three lists where events were never made', async () => {
    await isTold(refunded, { which: isOfPayment })
    await isTold(disputed, { which: isOfPayment })
    await isTold(dearer, {
      change: event => {
        const { object } = event.data
        const less = Object.fromEntries(
          ['amount_total', 'amount', 'amount_received']
            .filter(name => name in object)
            .map(name => [name, 100])
        )
        return { ...event, data: { object: { ...object, ...less } } }
      }
    })
    await shop.deliverAll([invented])
    await shop.finished([invented])
    await makeOld()

    const { code, out } = await reconcile()
    const text = out.join('\n')
    assert.equal(code, 1)
    assert.deepEqual(out.slice(1, 4), HEADINGS(1, 1, 4))
    assert.match(text, /order never {3}pi_\w+ {3}Stripe: \d+ \w+ {3}here: nothing$/m)
    assert.match(
      text,
      /order refunded {3}re_\w+ of pi_\w+ {3}Stripe: refund of \d+ succeeded {3}here: 0 refunded$/m
    )
    assert.match(
      text,
      /order disputed {3}\w+ of pi_\w+ {3}Stripe: dispute of .* needs_response {3}here: nothing$/m
    )
    assert.match(text, /order dearer {3}pi_\w+ {3}Stripe: \d+ \w+ {3}here: 100 \w+$/m)
    assert.match(text, /order invented {3}pi_invented {3}Stripe: nothing {3}here: fulfilled$/m)
    assert.deepEqual((await outcomeOf(ledger, 'never')).fulfilments, [])
  })

  await t.test('are said as JSON, a line each', async () => {
    const { out } = await reconcile('--json')
    const found = out.map(line => JSON.parse(line) as { kind: string; order: string })
    assert.deepEqual(found.map(({ order }) => order).sort(), [
      'dearer',
      'disputed',
      'invented',
      'never',
      'refunded',
      'refunded'
    ])
  })

  await t.test('are not said to agree while Stripe does not answer', async () => {
    await setFaults([{ kind: 'server_error', times: 100, shouldRetry: false }])
    const { code, err } = await reconcile()
    assert.deepEqual([code, err], [2, ['Not all was looked at: Stripe answered 500.']])
    await setFaults([])
  })

  await t.test('agree again once it is repaired, but for what a person must decide', async () => {
    assert.equal((await reconcile('--repair')).code, 1)
    await eventually(async () => {
      const { out } = await reconcile()
      assert.deepEqual(out.slice(1, 4), HEADINGS(0, 1, 0))
    })
    assert.deepEqual((await outcomeOf(ledger, 'never')).fulfilments, never.payments)
    assert.equal((await outcomeOf(ledger, 'disputed')).dispute, 'needs_response')
    assert.ok((await outcomeOf(ledger, 'refunded')).refunded > 0)
    const { rows } = await ledger.pool.query(`select distinct how from events where id like 'evt_asked_%'`)
    assert.deepEqual(rows, [{ how: 'asked' }])
  })

  await t.test(
    'are compared at night, and a payment whose events were never made is fulfilled once',
    async () => {
      const night = happens('card', 'night')
      await shop.nightFalls()
      await eventually(async () =>
        assert.deepEqual((await outcomeOf(ledger, 'night')).fulfilments, night.payments)
      )
      await shop.isTold(night)
      const { fulfilments, announcements } = await outcomeOf(ledger, 'night')
      assert.deepEqual([fulfilments.length, announcements.length], [1, 1])
      await eventually(async () =>
        assert.deepEqual(await shop.nights(), [{ account: '', isFinished: true, error: null }])
      )
      for (const line of shop.workers.flatMap(({ lines }) => lines)) assert.ok(!line.includes(KEY))
    }
  )
})

const word = (count: number) => (count === 0 ? 'none' : `${count}`)
const HEADINGS = (notFulfilled: number, notPaid: number, different: number) => [
  `${word(notFulfilled)}   paid and not fulfilled`,
  `${word(notPaid)}   fulfilled and not paid`,
  `${word(different)}   different amounts`
]

test('a command that is misused says how it is used, and asks nobody', async t => {
  const { reconcile } = await startReconciledShop(t)
  for (const args of [
    ['--since', 'yesterday'],
    ['--account', 'me; drop']
  ]) {
    const { code, err } = await reconcile(...args)
    assert.equal(code, 2)
    assert.match(err[0] ?? '', /--since takes a time such as 2d/)
  }
})
