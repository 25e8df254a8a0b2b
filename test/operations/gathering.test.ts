import assert from 'node:assert/strict'
import { test } from 'node:test'
import { finishOperationsMail } from '@paidonce/ledger/operations/finish-operations-mail'
import { gatherOperationsMail } from '@paidonce/ledger/operations/gather-operations-mail'
import { openOperationsMail } from '@paidonce/ledger/operations/open-operations-mail'
import { takeOperationsMail } from '@paidonce/ledger/operations/take-operations-mail'
import { discardEvents } from '@paidonce/ledger/people/discard-events'
import type { Ledger } from '@paidonce/ledger/pool'
import { noteDifferences } from '@paidonce/ledger/reconciling/note-differences'
import { logMissed } from '@paidonce/ledger/sweep/log-missed'
import { run } from '@paidonce/ledger/transaction'
import { settle, told } from '../ledger/told.ts'
import { ownLedger } from '../support/own-database.ts'
import { failEvents, hurry, mailsOf, untold } from './alerts.ts'

const QUARTER = { gatherMs: 10_000, everyMs: 900_000 }
const open = (ledger: Ledger, pace = QUARTER) => run(ledger, openOperationsMail(pace))

async function take(ledger: Ledger) {
  const [mail] = await run(ledger, takeOperationsMail(300_000))
  return mail
}

async function takeNow(ledger: Ledger) {
  await hurry(ledger)
  const mail = await take(ledger)
  assert.ok(mail, 'no mail is open')
  return mail
}

async function gatherAll(ledger: Ledger, id: string) {
  const gathering = await gatherOperationsMail(ledger, id, 1_000)
  assert.equal(gathering.state, 'complete')
  return gathering.state === 'complete' ? gathering.alerts : {}
}

test('nothing to tell opens no mail, and what alarms nobody is nothing to tell', async t => {
  const ledger = await ownLedger(t)
  await open(ledger)
  await settle(ledger, told('paid', '1'), told('failed', '2'), told('expired', '3'))
  await failEvents(ledger, 1, { isFinal: false })
  await open(ledger)
  assert.deepEqual(await mailsOf(ledger), [])
})

test('of many who open one at the same moment one does, and of many who take it one gets it', async t => {
  const ledger = await ownLedger(t)
  await failEvents(ledger, 1)
  await Promise.all(Array.from({ length: 8 }, () => open(ledger)))
  assert.equal((await mailsOf(ledger)).length, 1)
  assert.equal(await take(ledger), undefined, 'it was taken before its time')

  await hurry(ledger)
  const taken = await Promise.all(Array.from({ length: 8 }, () => take(ledger)))
  assert.equal(taken.filter(mail => mail !== undefined).length, 1)
})

test('a mail is open until it was sent, and the next one comes an interval later', async t => {
  const ledger = await ownLedger(t)
  await failEvents(ledger, 1)
  await open(ledger)
  const { id } = await takeNow(ledger)
  await gatherAll(ledger, id)
  await failEvents(ledger, 1)
  await open(ledger)
  assert.equal((await mailsOf(ledger)).length, 1)

  await run(ledger, finishOperationsMail(id))
  await open(ledger)
  const { rows } = await ledger.pool.query(`
    select extract(epoch from next_try - (select max(sent) from operations_mails))::int as later
    from operations_mails where sent is null`)
  assert.deepEqual(rows, [{ later: 900 }])
})

test('whoever dies while gathering, the next one goes on, and nothing is told twice or lost', async t => {
  const ledger = await ownLedger(t)
  await failEvents(ledger, 25)
  await open(ledger)

  const first = await takeNow(ledger)
  assert.deepEqual([first.isGathered, first.alerts], [false, {}])
  // Died here: after taking it.
  const second = await takeNow(ledger)
  assert.equal(second.id, first.id)
  assert.equal((await gatherOperationsMail(ledger, second.id, 10)).state, 'more')
  // Died here: with a portion told and in the mail.
  assert.equal(await untold(ledger), 15)
  const third = await takeNow(ledger)
  const alerts = await gatherAll(ledger, third.id)
  assert.equal(alerts['event.failed']?.count, 25)
  assert.equal(await untold(ledger), 0)

  // Died here, before or after sending. What happens now is not for this mail.
  await failEvents(ledger, 3)
  const fourth = await takeNow(ledger)
  assert.deepEqual([fourth.id, fourth.attempts, fourth.isGathered], [first.id, 4, true])
  assert.deepEqual(fourth.alerts, alerts)
  assert.equal((await gatherOperationsMail(ledger, fourth.id, 10)).state, 'nothing')
  assert.equal(await untold(ledger), 3)
})

test('a portion is told and in the mail, or neither: a transaction that breaks leaves both', async t => {
  const ledger = await ownLedger(t)
  await failEvents(ledger, 5)
  await open(ledger)
  const { id } = await takeNow(ledger)
  await ledger.pool.query(`alter table operations_mails add constraint broken check (alerts::text = '{}')`)
  await assert.rejects(gatherOperationsMail(ledger, id, 10), { code: 'SQLSTATE_23514' })
  assert.equal(await untold(ledger), 5)
})

test('two who gather one mail at once tell everything once', async t => {
  const ledger = await ownLedger(t)
  await failEvents(ledger, 40)
  await open(ledger)
  const { id } = await takeNow(ledger)
  await Promise.all(Array.from({ length: 4 }, () => gatherOperationsMail(ledger, id, 5)))
  assert.equal((await gatherAll(ledger, id))['event.failed']?.count, 40)
})

test('an event that was mended before its mail went is not told, and a mail of nothing is none', async t => {
  const ledger = await ownLedger(t)
  const event = told('paid', '1')
  await failEvents(ledger, 1, { job: event.job })
  await open(ledger)
  await settle(ledger, event)
  const { id } = await takeNow(ledger)
  assert.equal((await gatherOperationsMail(ledger, id, 10)).state, 'nothing')
  assert.deepEqual(await mailsOf(ledger), [])
})

test('a failed event that was discarded before anybody was told opens no mail', async t => {
  const ledger = await ownLedger(t)
  const ids = await failEvents(ledger, 1)
  await run(ledger, discardEvents(ids, { by: 'olga', why: 'a test' }))
  await open(ledger)
  assert.deepEqual(await mailsOf(ledger), [])
})

test('an event that fails again after it was told is told again', async t => {
  const ledger = await ownLedger(t)
  const event = told('paid', '1')
  await failEvents(ledger, 1, { job: event.job })
  await open(ledger)
  await gatherAll(ledger, (await takeNow(ledger)).id)
  assert.equal(await untold(ledger), 0)
  await failEvents(ledger, 1, { job: event.job })
  assert.equal(await untold(ledger), 1)
})

test('what happens while a mail is gathered is for the next one, so that gathering comes to an end', async t => {
  const ledger = await ownLedger(t)
  await failEvents(ledger, 12)
  await open(ledger)
  const { id } = await takeNow(ledger)
  await gatherOperationsMail(ledger, id, 10)
  await failEvents(ledger, 30)
  assert.equal((await gatherAll(ledger, id))['event.failed']?.count, 12)
  assert.equal(await untold(ledger), 30)
})

test('what is older than a week is not told', async t => {
  const ledger = await ownLedger(t)
  await failEvents(ledger, 3)
  await ledger.pool.query(`update events set failed = now() - interval '8 days'`)
  await open(ledger)
  assert.deepEqual(await mailsOf(ledger), [])
  await failEvents(ledger, 1)
  await open(ledger)
  assert.equal((await gatherAll(ledger, (await takeNow(ledger)).id))['event.failed']?.count, 1)
})

test('events that never came are told with their likely cause, those from before the first one are not', async t => {
  const ledger = await ownLedger(t)
  const missed = { account: '', type: 'charge.refunded', created: 1_800_000_000 }
  await run(ledger, logMissed([{ ...missed, id: 'evt_before', cause: 'before_first_event' }]))
  await open(ledger)
  assert.deepEqual(await mailsOf(ledger), [])

  const told = { ...missed, id: 'evt_1', cause: 'endpoint_disabled' } as const
  await run(ledger, logMissed([told]))
  await run(ledger, logMissed([{ ...told, cause: 'not_taken' }]))
  await open(ledger)
  const alerts = await gatherAll(ledger, (await takeNow(ledger)).id)
  const [alert] = alerts['event.missed']?.newest ?? []
  assert.deepEqual(
    [alerts['event.missed']?.count, alert?.about, alert?.words],
    [1, 'evt_1', ['charge.refunded', 'endpoint disabled']]
  )
})

test('a difference to Stripe is told once, and again when Stripe says something else', async t => {
  const ledger = await ownLedger(t)
  const found = {
    kind: 'different',
    about: 're_1',
    payment: 'pi_1',
    order: '1001',
    known: '0 refunded'
  } as const
  const note = (atStripe: string) =>
    run(
      ledger,
      noteDifferences({ account: '', run: '1', isRepairing: true, differences: [{ ...found, atStripe }] })
    )
  const tellAll = async () => {
    await open(ledger)
    const { id } = await takeNow(ledger)
    const alerts = await gatherAll(ledger, id)
    await run(ledger, finishOperationsMail(id))
    return alerts['money.different']
  }
  await note('refund of 5')
  await note('refund of 5')
  const told = await tellAll()
  assert.deepEqual(
    [told?.count, told?.newest[0]?.about, told?.newest[0]?.words],
    [1, 're_1', ['different amounts', 'Stripe: refund of 5', 'here: 0 refunded']]
  )
  await note('refund of 5')
  await open(ledger)
  assert.equal(await take(ledger), undefined)
  await note('refund of 7')
  assert.equal((await tellAll())?.count, 1)
})
