import assert from 'node:assert/strict'
import { test } from 'node:test'
import { claimAnnouncements } from '@paidonce/ledger/outbox/claim-announcements'
import { claimHandedOver } from '@paidonce/ledger/outbox/claim-handed-over'
import { claimLetters } from '@paidonce/ledger/outbox/claim-letters'
import { finishAnnouncements } from '@paidonce/ledger/outbox/finish-announcements'
import { finishLetter, type LetterOutcome } from '@paidonce/ledger/outbox/finish-letter'
import { handBack } from '@paidonce/ledger/outbox/hand-back'
import type { Ledger } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'
import { ownLedger } from '../support/own-database.ts'
import { settle, told } from './told.ts'

const OUTBOXES = ['letters', 'announcements'] as const
type Outbox = (typeof OUTBOXES)[number]

/** Each owes a letter and an announcement. */
async function oweFor(ledger: Ledger, orders: readonly string[]): Promise<void> {
  for (const order of orders) await settle(ledger, told('failed', order))
}

const claim = async (ledger: Ledger, outbox: Outbox, limit = 10): Promise<string[]> => {
  const rows: readonly Readonly<{ order: string }>[] =
    outbox === 'letters'
      ? await run(ledger, claimLetters(limit))
      : await run(ledger, claimAnnouncements(limit, 0))
  return rows.map(({ order }) => order).sort()
}

for (const outbox of OUTBOXES) {
  const idsOf = async (ledger: Ledger) =>
    (await ledger.pool.query<{ id: string }>(`select id from ${outbox} order by id`)).rows.map(({ id }) => id)
  /** As if it had been handed over so long ago. */
  const age = (ledger: Ledger) =>
    ledger.pool.query(`update ${outbox} set handed_over = handed_over - interval '1 minute'`)

  test(`${outbox} are taken the oldest first, each once, however many relays ask at once`, async t => {
    const ledger = await ownLedger(t)
    await oweFor(ledger, ['1', '2', '3', '4', '5'])
    assert.deepEqual(await claim(ledger, outbox, 2), ['1', '2'])
    const taken = await Promise.all([
      claim(ledger, outbox, 2),
      claim(ledger, outbox, 2),
      claim(ledger, outbox, 2)
    ])
    assert.deepEqual(taken.flat().sort(), ['3', '4', '5'])
    assert.deepEqual(await claim(ledger, outbox), [])
  })

  test(`${outbox} that were handed over long ago are looked at once in that time, and can be handed back`, async t => {
    const ledger = await ownLedger(t)
    await oweFor(ledger, ['1', '2'])
    await claim(ledger, outbox)
    const look = async () =>
      (await run(ledger, claimHandedOver(outbox, 30_000, 10))).map(({ id }) => id).sort()
    assert.deepEqual(await look(), [])

    await age(ledger)
    const [first = ''] = await look()
    assert.deepEqual([first, await look()], [(await idsOf(ledger))[0], []])
    await run(ledger, handBack(outbox, [first]))
    assert.deepEqual(await claim(ledger, outbox), ['1'])
  })
}

const outcome = (more: Partial<LetterOutcome> = {}): LetterOutcome => ({
  id: '1',
  round: 0,
  status: 'sent',
  recipient: 'ann@example.com',
  locale: 'en',
  reason: null,
  checked: '2026-05-01 12:00:00.123456+00',
  ...more
})

test('what became of a letter is noted until it is done, and never after', async t => {
  const ledger = await ownLedger(t)
  await oweFor(ledger, ['1'])
  const note = async (more: Partial<LetterOutcome>) => {
    await run(ledger, finishLetter(outcome(more)))
    const { rows } = await ledger.pool.query(
      'select status, reason, attempts, done is not null as done from letters'
    )
    return rows[0]
  }
  const reason = 'the mail server answered 451'
  assert.deepEqual(await note({ status: 'owed', reason }), {
    status: 'owed',
    reason,
    attempts: 1,
    done: false
  })
  const sent = { status: 'sent', reason: null, attempts: 2, done: true }
  assert.deepEqual(await note({}), sent)
  assert.deepEqual(await note({ status: 'given_up', reason: 'late' }), sent)
})

test('of two tries at once, one that is put off does not take away the last look of the one that sends', async t => {
  const ledger = await ownLedger(t)
  await oweFor(ledger, ['1'])
  const checkedNow = async () =>
    (await ledger.pool.query(`select checked at time zone 'UTC' as at from letters`)).rows[0].at
  const [sends, putOff] = ['2026-05-01 12:00:00.123456+00', '2026-05-01 12:00:01.123456+00']
  await ledger.pool.query('update letters set checked = $1', [putOff])
  await run(ledger, finishLetter(outcome({ status: 'owed', reason: '451', checked: sends })))
  assert.ok(await checkedNow(), 'another try is under way')
  await run(ledger, finishLetter(outcome({ status: 'owed', reason: '451', checked: putOff })))
  assert.equal(await checkedNow(), null)

  await run(ledger, finishLetter(outcome({ checked: sends })))
  const { rows } = await ledger.pool.query('select status, checked = $1 as "isOwn" from letters', [sends])
  assert.deepEqual(rows, [{ status: 'sent', isOwn: true }])
})

test('a letter that is done and an announcement that is done are not handed back', async t => {
  const ledger = await ownLedger(t)
  await oweFor(ledger, ['1'])
  for (const outbox of OUTBOXES) await claim(ledger, outbox)
  await run(ledger, finishLetter(outcome()))
  await run(ledger, finishAnnouncements(['1']))

  for (const outbox of OUTBOXES) {
    await run(ledger, handBack(outbox, ['1']))
    const { rows } = await ledger.pool.query(`select handed_over is null as back from ${outbox}`)
    assert.deepEqual(rows, [{ back: false }], outbox)
  }
})
