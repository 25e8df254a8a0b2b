import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { discardLetters, resendLetter, retryLetters } from '@paidonce/ledger/people/letter-again'
import type { Ledger } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'
import { startMail } from '@paidonce/local-stack/mail/start-mail'
import { retryGroup } from '@paidonce/operator/operations/letters/mend-letters'
import { LETTERS_QUEUE } from '@paidonce/shared/queues'
import { AT_REST_AFTER_MS, SENDING_ENDS_AFTER_MS } from '@paidonce/shared/sending-time'
import { Queue } from 'bullmq'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { openLedger, ownDatabase } from '../support/own-database.ts'
import { openRedis } from '../support/own-redis.ts'
import { startShop } from '../support/shop.ts'

const MANY = 500
const GROUP = { kind: 'payment_failed', status: 'owed', reason: 'later' } as const

/** Letters that could not be sent, with nobody at work. */
async function plantLetters(t: TestContext, count: number): Promise<Ledger> {
  const ledger = openLedger(t, await ownDatabase(t))
  await ledger.pool.query(
    `insert into letters (account, payment_id, kind, order_id, handed_over, reason, attempts)
     select '', 'pi_' || n, 'payment_failed', 'o' || n, now(), 'later', 1 from generate_series(1, $1::int) n`,
    [count]
  )
  return ledger
}

test('all letters in one trouble are owed anew by one statement, up to the cap, and it is written down', async t => {
  const ledger = await plantLetters(t, MANY)
  const asking = { by: 'olga', why: null }
  assert.equal(await retryGroup(ledger, GROUP, asking, 100), 100)
  assert.equal(await retryGroup(ledger, GROUP, asking), MANY - 100)
  assert.equal(await retryGroup(ledger, GROUP, asking), 0)
  const { rows } = await ledger.pool.query(
    'select round, sending, handed_over, reason, count(*)::int as n from letters group by 1, 2, 3, 4'
  )
  assert.deepEqual(rows, [{ round: 1, sending: 0, handed_over: null, reason: null, n: MANY }])
  const actions = await ledger.pool.query('select who, what, about, result from operator_actions order by id')
  assert.deepEqual(actions.rows[0], {
    who: 'olga',
    what: 'retry letters',
    about: 'letters payment_failed · owed · later',
    result: '100 letters'
  })
})

test('a letter that is being sent at this moment is given back by nobody', async t => {
  const ledger = await plantLetters(t, 1)
  const checkedBefore = (ms: number) =>
    ledger.pool.query(`update letters set checked = clock_timestamp() - $1 * interval '1 ms'`, [ms])
  const seen = { id: '1', round: 0 }
  for (const ms of [0, SENDING_ENDS_AFTER_MS]) {
    await checkedBefore(ms)
    assert.deepEqual(await run(ledger, resendLetter(seen, null)), [])
    assert.deepEqual(await run(ledger, retryLetters({ ids: ['1'] }, 1)), [])
    assert.deepEqual(await run(ledger, discardLetters({ ids: ['1'] }, 'x', 1)), [])
  }
  // Whoever was at it has died.
  await checkedBefore(AT_REST_AFTER_MS)
  assert.deepEqual(await run(ledger, resendLetter(seen, null)), [{ id: '1' }])
  assert.deepEqual(await run(ledger, resendLetter(seen, null)), [], 'a second press')
})

test('the job of an earlier round sends nothing, and one that Redis lost is handed over again', async t => {
  const mail = await startMail()
  t.after(() => mail.stop())
  const shop = await startShop(t, { env: { SMTP_URL: mail.smtpUrl } })
  const queue = new Queue(LETTERS_QUEUE, { connection: openRedis(t, shop.redisUrl) })
  mail.answer(() => ({ code: 451, message: 'later' }))
  const event = checkoutEvent('async_payment_failed', {
    order: 'o1',
    payment: 'pi_o1',
    email: 'o1@example.com'
  })
  await shop.deliverAll([event])
  const letter = () =>
    shop.ledger.pool
      .query(
        'select id, status, reason, round, checked is null as at_rest, handed_over is not null as handed_over from letters'
      )
      .then(({ rows }) => rows[0])
  await eventually(async () =>
    assert.deepEqual([(await letter())?.at_rest, !(await letter())?.reason], [true, false])
  )

  const { id } = await letter()
  await eventually(async () =>
    assert.equal((await run(shop.ledger, retryLetters({ ids: [id] }, 1))).length, 1)
  )
  await eventually(async () => assert.match((await letter()).reason ?? '', /451/))
  const { round } = await letter()
  // Its worker holds it for a moment longer.
  await eventually(async () => (await queue.getJob(`letter-${id}-r${round}`))?.remove())
  mail.answer(() => undefined)
  // As if it had been handed over long ago.
  await shop.ledger.pool.query(`update letters set handed_over = now() - interval '2 minutes'`)
  await eventually(async () => assert.equal((await letter()).status, 'sent'))

  const first = await queue.getJob(`letter-${id}`)
  await first?.promote().catch(() => undefined)
  await eventually(async () => assert.equal(await first?.getState(), 'completed'))
  assert.deepEqual(
    mail.letters().map(({ messageId }) => messageId),
    [`<payment_failed.pi_o1.${id}@example.com>`]
  )
})
