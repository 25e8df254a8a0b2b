import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { checkoutEvent } from '../support/events.ts'
import { connectRaw, headOf, type RawConnection } from '../support/raw-http.ts'
import { signed, startIngest } from '../support/start-ingest.ts'

const MIB = 1_048_576

/** [how it behaves, the status and code it is cut off with, what it sends]. */
const CUT_OFF: readonly (readonly [
  what: string,
  answer: string,
  send: (connection: RawConnection, t: TestContext) => void
])[] = [
  ['sends nothing at all', '408 TOO_SLOW', () => undefined],
  ['stops within its headers', '408 TOO_SLOW', ({ send }) => send('POST /webhook HTTP/1.1\r\nhost: i')],
  [
    'sends its headers a byte at a time',
    '408 TOO_SLOW',
    (connection, t) => {
      connection.send('POST /webhook HTTP/1.1\r\nx-slow: ')
      trickle(t, connection)
    }
  ],
  ['promises a body and sends none', '408 TOO_SLOW', ({ send }) => send(headOf('a body'))],
  [
    'sends its body a byte at a time',
    '408 TOO_SLOW',
    (connection, t) => {
      connection.send(headOf('x'.repeat(1_000)))
      trickle(t, connection)
    }
  ],
  [
    'sends its chunks a byte at a time',
    '408 TOO_SLOW',
    (connection, t) => {
      connection.send('POST /webhook HTTP/1.1\r\nhost: i\r\ntransfer-encoding: chunked\r\n\r\n3e8\r\n')
      trickle(t, connection)
    }
  ],
  [
    'promises a body of a byte too many',
    '413 BODY_TOO_LARGE',
    ({ send }) => send(headOf('x'.repeat(MIB + 1)))
  ],
  [
    'sends more chunks than it may',
    '413 BODY_TOO_LARGE',
    ({ send }) => {
      send('POST /webhook HTTP/1.1\r\nhost: i\r\ntransfer-encoding: chunked\r\n\r\n')
      for (let i = 0; i < 17; i += 1) send(`10000\r\n${'x'.repeat(0x10000)}\r\n`)
    }
  ],
  [
    'sends headers of 20 KiB',
    '431 HEADERS_TOO_LARGE',
    ({ send }) => send(headOf('', { 'stripe-signature': 'x'.repeat(20_480) }))
  ],
  ['does not speak HTTP', '400 BAD_REQUEST', ({ send }) => send('\x16\x03\x01 hello?\r\n\r\n')],
  [
    'gives two lengths',
    '400 BAD_REQUEST',
    ({ send }) => send(headOf('', { 'Content-Length': '3', 'transfer-encoding': 'chunked' }))
  ]
]

test('senders that are too slow or too large are cut off', {
  concurrency: true,
  timeout: 60_000
}, async t => {
  const ingest = await startIngest(t)
  await ingest.becomesReady()

  await Promise.all(
    CUT_OFF.map(([what, answer, send]) =>
      t.test(`a sender that ${what} is answered ${answer}, and the connection is closed`, async t => {
        const connection = await connectRaw(t, ingest.port)
        send(connection, t)
        const [status, code] = answer.split(' ')
        const text = await connection.closed
        assert.match(text, new RegExp(`^HTTP/1\\.1 ${status} [\\s\\S]*\r\n\r\n\\{"error":"${code}"\\}$`))
        assert.match(text, /\r\nconnection: close\r\n/i)
      })
    )
  )

  await t.test('meanwhile the others were served, each cut was counted, and nothing was queued', async () => {
    const marker = checkoutEvent('completed')
    assert.equal((await ingest.deliver(marker)).status, 200)
    assert.deepEqual(await ingest.queued(), [marker.id])
    for (const code of ['TOO_SLOW', 'BODY_TOO_LARGE', 'HEADERS_TOO_LARGE', 'BAD_REQUEST'])
      assert.equal(
        await ingest.counted(code),
        CUT_OFF.filter(([, answer]) => answer.endsWith(code)).length,
        code
      )
  })
})

test('a connection kept alive serves one delivery after the other', async t => {
  const ingest = await startIngest(t)
  await ingest.becomesReady()
  const connection = await connectRaw(t, ingest.port)
  for (let served = 1; served <= 3; served += 1) {
    const { body, headers } = signed(checkoutEvent('completed'))
    connection.send(headOf(body, headers) + body)
    await connection.receives('{"received":true}', served)
  }
  assert.equal((await ingest.queued()).length, 3)
})

function trickle(t: TestContext, { send, closed }: RawConnection): void {
  const timer = setInterval(() => send('x'), 200)
  const stop = () => clearInterval(timer)
  void closed.then(stop)
  t.after(stop)
}
