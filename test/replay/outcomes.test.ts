import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lookAtReplay } from '@paidonce/operator/operations/replay/look-at-replays'
import { checkoutEvent } from '../support/events.ts'
import { eventually } from '../support/eventually.ts'
import { startShop } from '../support/shop.ts'
import { enqueue, refuse, replay, replayed } from './replaying.ts'

test('what came of a replay stays, whatever comes of a later one', async t => {
  const shop = await startShop(t)
  const event = checkoutEvent('completed', { order: 'twice' })
  const mend = await refuse(shop, event.type)
  await enqueue(shop, [event])
  await eventually(async () => assert.equal(await shop.events.getFailedCount(), 1))
  const toldOf = async (id: string) => {
    const { finished, failed, trouble } = (await lookAtReplay(shop.ledger, id)) ?? assert.fail('none')
    return { finished, failed, trouble: trouble.map(({ why }) => why) }
  }
  const inVain = { finished: 0, failed: 1, trouble: ['SQLSTATE_23514: PostgreSQL refused: SQLSTATE 23514'] }

  const first = await replay(shop, { which: { ids: [event.id] } })
  await replayed(shop, first)
  assert.deepEqual(await toldOf(first), inVain)
  await mend()
  const second = await replay(shop, { which: { ids: [event.id] } })
  await replayed(shop, second)
  assert.deepEqual(await toldOf(second), { finished: 1, failed: 0, trouble: [] })
  assert.deepEqual(await toldOf(first), inVain)
})
