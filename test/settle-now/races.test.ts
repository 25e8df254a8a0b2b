import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventOf, type Session, sessionOf, startSettlingShop } from './settling-shop.ts'

const RACES = 1_000
const SIDE_BY_SIDE = 60

/** Works off all of them, so many side by side. */
async function each<One>(all: readonly One[], work: (one: One, index: number) => Promise<void>) {
  const entries = all.entries()
  const lane = async () => {
    for (const [index, one] of entries) await work(one, index)
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane))
}

test(`in ${RACES} races of the shop against the webhook each order is fulfilled once`, async t => {
  const { hold, askOn, deliverAll, finished, ledger, ports } = await startSettlingShop(t, { workers: 2 })
  // What was bought is not fetched meanwhile: half of all questions to Stripe, and no part of the race.
  await ledger.pool.query(`alter table line_item_lists alter next_try set default 'infinity'`)
  const sessions = Array.from({ length: RACES }, (_, n) => sessionOf(`race-${n}`))
  for (let at = 0; at < RACES; at += 100) await hold(sessions.slice(at, at + 100))

  const events = sessions.map(eventOf)
  await each(sessions, async (session: Session, index) => {
    const event = events[index] ?? assert.fail()
    const at = ports[index % 2] ?? assert.fail()
    const others = index % 10 === 0 ? ports : []
    const [, ...answers] = await Promise.all([
      deliverAll([event]),
      ...[at, ...others].map(port => askOn(session.id, port))
    ])
    for (const { status, says } of answers) {
      const expected = {
        order: `race-${index}`,
        status: 'fulfilled',
        fulfilled: true,
        payment: session.payment_intent
      }
      assert.deepEqual({ status, says }, { status: 200, says: expected })
    }
  })
  await finished(events)

  const { rows } = await ledger.pool.query(`
    select count(*)::int as fulfilments, count(distinct order_id)::int as orders,
           (select count(*)::int from announcements where kind = 'order.fulfilled') as announcements,
           (select count(*)::int from orders where status = 'fulfilled' and paid_twice = '{}' and mismatch = '{}') as clean,
           (select count(*)::int from events where how = 'asked') as asked
    from fulfilments`)
  assert.deepEqual(rows, [
    { fulfilments: RACES, orders: RACES, announcements: RACES, clean: RACES, asked: RACES }
  ])
})
