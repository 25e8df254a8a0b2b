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
