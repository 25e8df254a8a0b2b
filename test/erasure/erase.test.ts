import assert from 'node:assert/strict'
import { test } from 'node:test'
import { outcomeOf } from '../support/outcome.ts'
import { ANN, FAILED, JOANN, NAME, PAID, REFUND, SURE } from './ann.ts'
import { settledShop } from './settled-shop.ts'

/** Where an operator had her letter sent once more. */
const CORRECTED = 'quorbin@new.example'

test('a person is erased, once and for all', async t => {
  const shop = await settledShop(t)
  await shop.add([PAID, FAILED, JOANN])
  await shop.drained()
  // A refund that came first would send the order to review.
  await shop.add([REFUND])
  await shop.drained()

  await t.test('not while a letter is owed to them: it is named, and nothing is touched', async () => {
    const { code, err } = await shop.erase('--email', ANN, ...SURE)
    assert.equal(code, 1)
    assert.match(err, /letter 1 is owed and not sent yet: order ann-2/)
    assert.ok((await shop.everything()).includes(ANN.toLowerCase()))
  })
  await shop.ledger.pool.query(
    `update letters set status = 'sent', checked = clock_timestamp(), done = now(), recipient = $1, address = $2`,
    [ANN, CORRECTED]
  )
  const before = { one: await outcomeOf(shop.ledger, 'ann-1'), two: await outcomeOf(shop.ledger, 'ann-2') }

  await t.test('a dry run says what stands where, and touches nothing', async () => {
    const { code, out } = await shop.erase('--email', ANN.toLowerCase(), '--dry-run')
    assert.equal(code, 0)
    assert.match(out, /orders concerned: ann-1, ann-2\n/)
    for (const line of [
      /3 +whole events/,
      /2 +addresses of events/,
      /4 +addresses and names in facts/,
      /1 +recipients/,
      /3 +jobs in Redis/
    ])
      assert.match(out, line)
    assert.ok(!out.toLowerCase().includes('quorbin'))
    assert.equal((await shop.ledger.pool.query('select from operator_actions')).rowCount, 0)
  })

  await t.test('she is found by an address that an operator corrected, too', async () => {
    const { code, out } = await shop.erase('--email', CORRECTED.toUpperCase(), '--dry-run')
    assert.equal(code, 0)
    assert.match(out, /orders concerned: ann-2\n/)
  })

  await t.test('not without a yes', async () => {
    const { code, err } = await shop.erase('--email', ANN, '--by', 'bea', '--why', 'she asked')
    assert.deepEqual([code, err], [1, 'Nothing was erased: nobody said yes. --yes says it for you.'])
    assert.ok((await shop.everything()).includes(NAME.toLowerCase()))
  })

  await t.test('of one order alone, if it is named', async () => {
    const { code, out } = await shop.erase('--email', ANN, '--order', 'ann-2', ...SURE)
    assert.equal(code, 0, out)
    const { rows } = await shop.ledger.pool.query('select id from events where payload is null')
    assert.deepEqual(rows, [{ id: FAILED.id }])
  })

  await t.test('no byte of them is left in any table and in any key of Redis', async () => {
    const { code, out } = await shop.erase('--email', ANN, ...SURE)
    assert.equal(code, 0, out)
    const left = (await shop.everything()).replaceAll(`jo${ANN.toLowerCase()}`, '')
    for (const text of [ANN, NAME, 'quorbin']) assert.ok(!left.includes(text.toLowerCase()), text)
  })

  await t.test('who did it and why is written down, never whom it was about', async () => {
    const { rows } = await shop.ledger.pool.query(
      'select who, what, order_id, why from operator_actions order by id'
    )
    const done = { who: 'bea', what: 'erase person', why: 'she asked' }
    assert.deepEqual(rows, [
      { ...done, order_id: 'ann-2' },
      { ...done, order_id: 'ann-1' }
    ])
  })

  await t.test('what the orders came to stands as before, and somebody else is untouched', async () => {
    const now = { one: await outcomeOf(shop.ledger, 'ann-1'), two: await outcomeOf(shop.ledger, 'ann-2') }
    const { letters, ...two } = before.two
    assert.deepEqual(now, {
      one: before.one,
      two: { ...two, letters: letters.map((letter: object) => ({ ...letter, recipient: null })) }
    })
    assert.equal(now.one.fulfilments[0], 'pi_ann1')
    const { rows } = await shop.ledger.pool.query('select payload, email from events where id = $1', [
      JOANN.id
    ])
    assert.equal(rows[0].email, `jo${ANN}`)
    assert.ok(rows[0].payload)
    assert.ok(await shop.queue.getJob(JOANN.id))
    assert.deepEqual(await shop.violations(), [])
  })

  await t.test('a second time there is nothing to do', async () => {
    assert.deepEqual(await shop.erase('--email', ANN, ...SURE), {
      code: 0,
      out: 'Nothing of this address is kept.',
      err: ''
    })
  })

  await t.test('a replay of their events brings nothing back, in the ledger and in facts', async () => {
    await shop.add([PAID, FAILED], ({ id }) => `${id}-r1`)
    await shop.drained()
    const { rows } = await shop.ledger.pool.query(
      'select count(*)::int as n from events where erased is not null and payload is null and email is null'
    )
    assert.deepEqual(rows, [{ n: 3 }])
    const facts = await shop.ledger.pool.query(
      `select count(*)::int as n from facts where value::text ilike '%quorbin%' and payment_id <> 'pi_jo'`
    )
    assert.deepEqual(facts.rows, [{ n: 0 }])
    assert.deepEqual(await shop.violations(), [])
  })

  await t.test('what the replays left in Redis goes with the next erasure', async () => {
    const { code, out } = await shop.erase('--email', ANN, ...SURE)
    assert.deepEqual([code, /2 +jobs in Redis/.test(out)], [0, true])
    const left = (await shop.everything()).replaceAll(`jo${ANN.toLowerCase()}`, '')
    assert.ok(!left.includes('quorbin'))
  })
})
