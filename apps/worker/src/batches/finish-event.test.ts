import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LedgerError } from '@paidonce/ledger/ledger-error'
import type { EventFailure } from '@paidonce/ledger/log-failure'
import type { EventJob } from '@paidonce/shared/event-job'
import { createFinishEvent } from './finish-event.ts'

const job: EventJob = {
  id: 'evt_1',
  event: {
    id: 'evt_1',
    object: 'event',
    type: 'toy.told',
    created: 1,
    livemode: false,
    data: { object: {} }
  } as EventJob['event'],
  receivedAt: '2025-01-01T00:00:00.000Z',
  how: 'webhook'
}
const reading = { session: null, payment: null, order: null, email: null, facts: [] }
const refused = new Error('refused')

/** An event that is read and then refused, for whatever reason. `logFailure` writes into a ledger that a test opens when it likes. */
function startFinishing(error: Error = refused) {
  const shown: EventFailure[] = []
  let open = () => {}
  const opened = new Promise<void>(resolve => {
    open = resolve
  })
  const finish = createFinishEvent({
    table: { 'toy.told': () => reading },
    rules: { orderIdFrom: ['metadata.order_id'], mode: 'test', codeVersion: 'test' },
    submit: () => Promise.reject(error),
    logFailure: async failure => {
      await opened
      shown.push(failure)
    }
  })
  return { finish, shown, open }
}

test('what went wrong uses up an attempt only once the ledger shows it', async () => {
  const { finish, shown, open } = startFinishing()
  let thrown: unknown
  const ended = finish(job, { number: 1, isLast: false }).catch(error => {
    thrown = error
  })
  await new Promise(setImmediate)
  assert.equal(thrown, undefined)

  open()
  await ended
  assert.equal(thrown, refused)
  assert.deepEqual(
    shown.map(({ attempts, isFinal }) => ({ attempts, isFinal })),
    [{ attempts: 1, isFinal: false }]
  )
})

test('the failure of the last attempt is final', async () => {
  const { finish, shown, open } = startFinishing()
  open()
  await assert.rejects(finish(job, { number: 8, isLast: true }), refused)
  assert.deepEqual(
    shown.map(({ attempts, isFinal }) => ({ attempts, isFinal })),
    [{ attempts: 8, isFinal: true }]
  )
})

for (const sqlState of ['55P03', '40P01', '40001'])
  test(`what could not be tried, for SQLSTATE ${sqlState}, is no failure to show`, async () => {
    const collided = new LedgerError(sqlState)
    const { finish, shown, open } = startFinishing(collided)
    open()
    await assert.rejects(finish(job, { number: 8, isLast: true }), collided)
    assert.deepEqual(shown, [])
  })
