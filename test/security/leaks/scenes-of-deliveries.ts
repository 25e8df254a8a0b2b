import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { readLetter } from '@paidonce/ledger/people/read-letter'
import { resendLetter } from '@paidonce/operator/operations/letters/mend-letter'
import { LETTERS_QUEUE } from '@paidonce/shared/queues'
import { Queue } from 'bullmq'
import { hurry } from '../../operations/alerts.ts'
import { eventually } from '../../support/eventually.ts'
import { openRedis } from '../../support/own-redis.ts'
import { connectRaw, headOf } from '../../support/raw-http.ts'
import { nowS } from '../../support/signature.ts'
import { BUYER, MARKS, SECRETS } from './marks.ts'
import { markedEvent } from './sender.ts'
import { isForOperations, type Stage } from './stage.ts'

export type Scene = (stage: Stage, t: TestContext) => Promise<void>

/** What happens to a shop, good and bad, one after the other. Each makes sure that it happened. */
export const DELIVERIES_AND_OUTAGES: Readonly<Record<string, Scene>> = {
  'an order is paid, and a payment fails': async ({ deliver, shop, mail }) => {
    const [paid, failed] = [markedEvent('completed', 'o1'), markedEvent('async_payment_failed', 'o2')]
    assert.equal(await deliver(paid), 200)
    assert.equal(await deliver(failed, SECRETS.older), 200)
    await shop.finished([paid, failed])
    await eventually(() => assert.equal(mail.letters.length, 1))
    assert.ok(mail.signIns.length > 0)
  },

  'deliveries are refused': async ({ post, sign, signatures, shop }, t) => {
    const body = JSON.stringify(markedEvent('completed', 'forged'))
    const mark = MARKS['header of a request']
    assert.equal(await post({ body }), 400)
    for (const signature of [mark, `t=${mark},v1=${mark}`, `t=${nowS()},v1=${mark}`])
      assert.equal(await post({ body, signature }), 400)
    for (const signature of [
      sign(body, { secret: `whsec_${MARKS['wrong password']}` }),
      sign(body, { t: nowS() - 400 }),
      sign(body).replace('v1=', 'v0='),
      sign(`${body} `)
    ])
      assert.equal(await post({ body, signature }), 400)

    for (const signed of [`{"${BUYER.email}`, `"${BUYER.email}"`, `{"id":"${BUYER.email}"}`])
      assert.equal(await post({ body: signed, signature: sign(signed) }), 400)
    const live = body.replace('"livemode":false', '"livemode":true')
    assert.equal(await post({ body: live, signature: sign(live) }), 503)
    const other = body.replace('checkout.session.completed', 'customer.created')
    assert.equal(await post({ body: other, signature: sign(other) }), 200)

    const path = `/${MARKS['path of a request']}`
    assert.equal(await post({ body, signature: sign(body), path }), 404)
    assert.equal(await post({ body, signature: sign(body), path: `${path}%zz` }), 400)
    assert.equal(await post({ body: body.padEnd(1_100_000), signature: sign(body) }), 413)
    for (const bytes of [
      `${mark} ${SECRETS.current}\r\n\r\n`,
      headOf('', { 'stripe-signature': mark.repeat(2_000) })
    ]) {
      const connection = await connectRaw(t, Number(new URL(shop.url).port))
      connection.send(bytes)
      assert.match(await connection.closed, /^HTTP\/1\.1 4/)
    }
    assert.ok(signatures.length > 10)
  },

  'the database refuses an event, and other jobs hold none': async ({ deliver, shop }) => {
    // PostgreSQL quotes what it refuses, as here, in the message and beside it.
    await shop.ledger.pool.query(`
      create function refuse() returns trigger language plpgsql as $$
      begin
        if new.finished is not null and new.payload::text like '%poison%' then
          raise exception 'indigestible: %', new.payload using errcode = '22000', detail = new.payload::text;
        end if;
        return new;
      end $$;
      create trigger refuse before insert or update on events for each row execute function refuse()`)
    const poison = markedEvent('completed', 'o3', { custom_text: 'poison' })
    assert.equal(await deliver(poison), 200)
    await shop.events.add('odd', { hello: BUYER.email, id: BUYER.name }, { jobId: 'odd' })
    await eventually(async () => {
      await runDelayed(shop.events)
      assert.match((await shop.events.getJob(poison.id))?.failedReason ?? '', /^SQLSTATE_22000/)
      assert.equal(await (await shop.events.getJob(poison.id))?.isFailed(), true)
      assert.match((await shop.events.getJob('odd'))?.failedReason ?? '', /^MALFORMED_JOB/)
    })
  },

  'the mail server refuses, and repeats what it was told': async ({ deliver, shop, mail }, t) => {
    const letters = new Queue(LETTERS_QUEUE, { connection: openRedis(t, shop.redisUrl) })
    const letterIs = (order: string, status: string, reason: RegExp) =>
      eventually(async () => {
        await runDelayed(letters)
        const { rows } = await shop.ledger.pool.query(
          `select status, coalesce(reason, '') as reason from letters where order_id = $1`,
          [order]
        )
        assert.equal(rows[0]?.status, status)
        assert.match(rows[0].reason, reason)
      })

    mail.becomes('refuses the sign-in')
    assert.equal(await deliver(markedEvent('async_payment_failed', 'o4')), 200)
    await letterIs('o4', 'owed', /answered 535/)
    mail.becomes('refuses the address')
    await letterIs('o4', 'given_up', /answered 550/)
    mail.becomes('puts off')
    assert.equal(await deliver(markedEvent('async_payment_failed', 'o5')), 200)
    await letterIs('o5', 'owed', /answered 451/)
    mail.becomes('takes')
    await letterIs('o5', 'sent', /^$/)
    const said = [...mail.said].join('\n')
    for (const told of [MARKS['password of the mail server'], BUYER.email]) assert.ok(said.includes(told))
  },

  'an operator corrects the address of a letter': async ({ shop, mail }) => {
    const { rows } = await shop.ledger.pool.query(`select id from letters where order_id = 'o4'`)
    const known = await readLetter(shop.ledger, rows[0].id)
    assert.ok(known)
    const address = `corrected.${BUYER.email}`
    assert.ok(await resendLetter(shop.ledger, known.letter, { by: 'anna', why: 'she called' }, address))
    await eventually(() => assert.ok(mail.letters.some(letter => letter.includes(`\r\nTo: ${address}\r\n`))))
  },

  'operations are told of what failed': async ({ shop, mail }) => {
    await eventually(async () => {
      await hurry(shop.ledger)
      assert.ok(mail.letters.some(isForOperations))
    })
  },

  'PostgreSQL dies and comes back': async ({ deliver, shop, postgres, askForHealth, logOf }) => {
    postgres.kill('SIGKILL')
    const event = markedEvent('completed', 'o6')
    assert.equal(await deliver(event), 200)
    await eventually(() => assert.match(logOf('worker'), /LEDGER_UNREACHABLE/))
    await askForHealth()
    await postgres.restart()
    await shop.finished([event])
  },

  'Redis dies and comes back': async ({ deliver, shop, redis, askForHealth, logOf }) => {
    redis.kill('SIGKILL')
    assert.equal(await deliver(markedEvent('completed', 'refused')), 503)
    for (const app of ['ingest', 'worker']) await eventually(() => assert.match(logOf(app), /ECONNREFUSED/))
    await askForHealth()
    await redis.restart()
    const event = markedEvent('completed', 'o7')
    await eventually(async () => assert.equal(await deliver(event), 200))
    await shop.finished([event])
  }
}

/** So that nobody has to wait for the delay of a retry. */
async function runDelayed(queue: Queue) {
  for (const job of await queue.getDelayed()) await job.promote()
}
