import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkoutEvent } from '../support/events.ts'
import { connectRaw } from '../support/raw-http.ts'
import { SECRET } from '../support/shop.ts'
import { startIngest } from '../support/start-ingest.ts'
import { answersIn } from './answers-in.ts'
import { delivery, textOf } from './request.ts'

const RUNS = 120

/** What means something to HTTP or JSON, and is likely to be read wrongly where it does not belong. */
const TOKENS = [
  ...['\r\n', '\n', '\r', '\r\n\r\n', '\0', ':', ' ', '\t', ',', ';', '=', '0', '-1', '\xff', '%', '#'],
  ...['{', '}', '[', '"', '\\', '\\u0000', '__proto__', '\xed\xa0\x80', '\xef\xbb\xbf', '9'.repeat(40)],
  ...[
    'content-length: 5\r\n',
    'transfer-encoding: chunked\r\n',
    'transfer-encoding: x\r\n',
    'expect: 100-continue\r\n'
  ],
  ...[
    'connection: close\r\n',
    'upgrade: h2c\r\n',
    'stripe-signature: t=1,v1=0\r\n',
    'host: i\r\n',
    ' folded\r\n'
  ],
  ...[
    'POST /webhook HTTP/1.1\r\n',
    'GET / HTTP/1.1\r\nhost: i\r\n\r\n',
    '0\r\n\r\n',
    '5\r\nhello\r\n',
    'x'.repeat(17_000)
  ]
]

const bytes = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...TOKENS).map(token => Buffer.from(token, 'latin1')) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 8 }).map(random => Buffer.from(random)) }
)

/** Some bytes put where others were. Most places are starts of lines, where the most is decided, or the end. */
const edit = fc.record({
  place: fc.oneof(
    fc.record({ line: fc.nat(40) }),
    fc.record({ byte: fc.nat(1_500) }),
    fc.constant('end' as const)
  ),
  remove: fc.oneof(fc.constant(0), fc.nat(20)),
  insert: bytes
})

type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never

test('whatever is changed in a delivery: no 5xx, no crash, and nothing is queued that was not answered 200', async t => {
  const ingest = await startIngest(t, { env: { LOG_LEVEL: 'trace' } })
  await ingest.becomesReady()
  const seen = new Set<string>()

  const send = async (raw: Buffer) => {
    const connection = await connectRaw(t, ingest.port)
    await connection.flush(raw)
    // By the time the next delivery is answered, so is this one, if it is whole.
    assert.equal((await ingest.deliver(checkoutEvent('completed'))).status, 200, 'a good delivery afterwards')
    connection.leave('FIN')
    const statuses = answersIn(await connection.closed).map(({ status }) => status)
    for (const status of statuses) {
      assert.match(status, /^[124]/)
      seen.add(status)
    }
    return statuses
  }

  await t.test('one that is edited', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 3 }), async edits => {
        const event = checkoutEvent('completed')
        const statuses = await send(edits.reduce(applied, delivery(textOf(event))))
        const answered = statuses.filter(status => status !== '100')
        const job = await ingest.queue.getJob(event.id)
        if (job === undefined) assert.ok(!answered.includes('200'))
        // On a busy machine the sender may have left before its answer came.
        else assert.ok(answered.length === 0 || answered.includes('200'), `queued, and answered ${answered}`)
        if (job !== undefined) assert.deepEqual(job.data.event, event)
      }),
      { numRuns: RUNS }
    )
  })

  await t.test('one made of odds and ends', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(bytes, { minLength: 1, maxLength: 12 }), async parts => {
        assert.ok(!(await send(Buffer.concat(parts))).includes('200'))
      }),
      { numRuns: RUNS / 2 }
    )
  })

  await t.test('some were taken and some refused', () => {
    for (const status of ['200', '400']) assert.ok(seen.has(status), status)
  })

  await t.test('the log holds no secret and no error of ours', () => {
    const log = ingest.app.lines.join('\n')
    assert.ok(!log.includes(SECRET) && !log.includes('buyer@example.com'))
    assert.doesNotMatch(log, /"level":[56]0|UNEXPECTED/)
  })
})

function applied(raw: Buffer, { place, remove, insert }: Edit): Buffer {
  if (place === 'end') return Buffer.concat([raw, insert])
  const at = 'byte' in place ? place.byte % raw.length : lineStart(raw, place.line)
  return Buffer.concat([raw.subarray(0, at), insert, raw.subarray(at + remove)])
}

function lineStart(raw: Buffer, number: number): number {
  const starts = [0, ...[...raw.entries()].filter(([, byte]) => byte === 0x0a).map(([at]) => at + 1)]
  return starts[number % starts.length] ?? 0
}
