import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  failedKey,
  hoursBefore,
  LAST_FAILED_KEY,
  MATCHED_KEY,
  SECRETS_KEY,
  secretMark
} from '@paidonce/shared/signature-notes'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { nowS, signatureOf } from '../support/signature.ts'
import { type Ingest, signed, startIngest } from '../support/start-ingest.ts'

const SECRETS = ['whsec_first', 'whsec_second']

const BODY = JSON.stringify(checkoutEvent('completed'))
const headed = (signature: string) => ({ body: BODY, headers: { 'stripe-signature': signature } })

test('why signatures do not do, and which secret matches', async t => {
  const ingest = await startIngest(t, { env: { STRIPE_WEBHOOK_SECRET: SECRETS.join(',') } })
  await ingest.becomesReady()
  assert.equal((await ingest.post(signed(BODY, SECRETS[1]))).status, 200)

  // One after the other and few enough, so that each is diagnosed.
  const refused = [
    ['body_rewritten', 'BAD_SIGNATURE', rewritten()],
    [
      'clock',
      'STALE_SIGNATURE',
      headed(signatureOf({ body: BODY, secret: SECRETS[0] ?? '', t: nowS() - 400 }))
    ],
    ['no_v1', 'BAD_SIGNATURE', headed(`t=${nowS()}`)],
    ['missing_header', 'MISSING_SIGNATURE', { body: BODY }]
  ] as const
  const causes = refused.map(([cause]) => cause)

  await t.test('the sender is told the code and nothing else', async () => {
    for (const [, code, delivery] of refused) {
      const { status, body } = await ingest.post(delivery)
      assert.deepEqual({ status, body }, { status: 400, body: { error: code } })
    }
  })

  await t.test('the log tells each cause', async () => {
    await eventually(() => {
      const told = ingest.app.lines
        .filter(line => line.includes('delivery refused'))
        .map(line => JSON.parse(line))
      assert.deepEqual(
        told.map(({ code, cause }) => [cause, code]),
        refused.map(([cause, code]) => [cause, code])
      )
      assert.equal(told[0]?.signedAs, 'indented, nothing escaped')
      assert.ok(told[1]?.secondsOld >= 400)
    })
  })

  await t.test('the metrics count each cause', async () => {
    for (const cause of causes) assert.equal(await counted(ingest, cause), 1, cause)
  })

  await t.test('Redis knows the causes of this hour, and when each was last seen', async () => {
    await eventually(async () => {
      const hours = await Promise.all(
        hoursBefore(Date.now())
          .slice(0, 2)
          .map(hour => ingest.redis.hgetall(failedKey(hour)))
      )
      const times = causes.map(cause => hours.reduce((sum, hour) => sum + Number(hour[cause] ?? 0), 0))
      assert.deepEqual(times, [1, 1, 1, 1])
    })
    assert.deepEqual(Object.keys(await ingest.redis.hgetall(LAST_FAILED_KEY)).sort(), causes.toSorted())
  })

  await t.test('and which of the secrets matched, without any of them', async () => {
    const [first = '', second = ''] = SECRETS.map(secretMark)
    assert.equal(await ingest.redis.get(SECRETS_KEY), `${first},${second}`)
    assert.deepEqual(Object.keys(await ingest.redis.hgetall(MATCHED_KEY)), [second])
  })

  await t.test('what Redis has not taken yet is written before the ingest ends', async () => {
    await ingest.post(signed(BODY, SECRETS[0]))
    ingest.app.kill('SIGTERM')
    assert.equal((await ingest.app.ended).code, 0)
    assert.equal(Object.keys(await ingest.redis.hgetall(MATCHED_KEY)).length, 2)
  })
})

/** Signed as Stripe writes it, and written compactly on its way. */
function rewritten() {
  const asStripeWrites = JSON.stringify(JSON.parse(BODY), null, 2)
  return headed(signatureOf({ body: asStripeWrites, secret: SECRETS[1] ?? '' }))
}

async function counted({ healthUrl }: Ingest, cause: string): Promise<number> {
  const text = await (await fetch(`${healthUrl}/metrics`)).text()
  return Number(text.match(new RegExp(`signature_failures_total\\{cause="${cause}"\\} (\\d+)`))?.[1] ?? 0)
}
