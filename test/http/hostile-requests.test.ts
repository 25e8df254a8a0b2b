import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { checkoutEvent } from '../support/events.ts'
import { SECRET } from '../support/shop.ts'
import { startIngest } from '../support/start-ingest.ts'
import type { Row } from './request.ts'
import { BODIES } from './requests/bodies.ts'
import { ENCODINGS } from './requests/encodings.ts'
import { FRAMING } from './requests/framing.ts'
import { HEADERS } from './requests/headers.ts'
import { SEVERAL } from './requests/several.ts'
import { sendRow } from './send-row.ts'

const TABLES: Readonly<Record<string, readonly Row[]>> = {
  framing: FRAMING,
  several: SEVERAL,
  headers: HEADERS,
  bodies: BODIES,
  encodings: ENCODINGS
}

/** In every event that the test sends. */
const MARK = 'm4rk3r'

const marked = () => checkoutEvent('completed', { email: `${MARK}@example.com` })

test('hostile and odd requests', async t => {
  const ingest = await startIngest(t, { env: { LOG_LEVEL: 'trace' } })
  await ingest.becomesReady()
  const expected: string[] = []
  const expect = (event: StripeEvent) => expected.push(event.id)

  for (const [table, rows] of Object.entries(TABLES)) {
    for (const row of rows) {
      const outcome = `${row.answers.join(', ') || 'no answer'}, ${row.connection}, ${row.queued} queued`
      await t.test(`${table}: a delivery ${row.name}: ${outcome}`, async t => {
        const [odd, next, probe] = [marked(), marked(), marked()]
        if (row.queued === 1) expect(odd)
        if (row.connection === 'open') expect(next)
        await sendRow(t, ingest.port, row, { odd, next })
        assert.equal(
          (await ingest.queue.getJob(odd.id)) === undefined ? 0 : 1,
          row.queued,
          'jobs that hold it'
        )

        assert.equal((await ingest.deliver(probe)).status, 200, 'a good delivery afterwards')
        expect(probe)
      })
    }
  }

  await t.test('no row asks for an answer that blames us', () => {
    const answers = Object.values(TABLES).flatMap(rows => rows.flatMap(row => row.answers))
    assert.deepEqual(
      answers.filter(answer => answer.startsWith('5')),
      []
    )
  })

  await t.test('exactly what was answered 200 is queued', async () => {
    const queued = await ingest.queued()
    assert.deepEqual(
      {
        lost: expected.filter(id => !queued.includes(id)),
        surplus: queued.filter(id => !expected.includes(id ?? ''))
      },
      { lost: [], surplus: [] }
    )
    assert.equal(queued.length, expected.length)
  })

  await t.test('the log holds neither the secret nor anything of a body, and no error of ours', () => {
    const log = ingest.app.lines.join('\n')
    for (const kept of [SECRET, MARK]) assert.ok(!log.includes(kept), `the log holds ${kept}`)
    assert.doesNotMatch(log, /"level":[56]0|UNEXPECTED/)
    assert.match(log, /BAD_SIGNATURE/)
  })
})
