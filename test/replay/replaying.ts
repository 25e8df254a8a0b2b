import assert from 'node:assert/strict'
import { replayProgress } from '@paidonce/ledger/replaying/progress'
import { run } from '@paidonce/ledger/transaction'
import { runReplay } from '@paidonce/operator/operations/replay/run-replay'
import { startReplay } from '@paidonce/operator/operations/replay/start-replay'
import { replayPorts } from '@paidonce/operator/redis/replay-ports'
import { EVENT_JOB_OPTIONS } from '@paidonce/shared/queues'
import type { StripeEvent } from '@paidonce/shared/stripe-event'
import { eventually } from '../support/eventually.ts'
import type { Shop } from '../support/shop.ts'

export const BY = { who: 'olga', why: 'a test' }

export const portsOf = ({ ledger, redisUrl }: Shop) => ({ ledger, ...replayPorts(redisUrl) })

export const progressOf = async ({ ledger }: Shop, id: string) => {
  const [progress] = await run(ledger, replayProgress({ id }))
  assert.ok(progress)
  return progress
}

/** Until each of its events was read again. */
export const replayed = (shop: Shop, id: string) =>
  eventually(async () => {
    const { total, finished, failed, leftOut } = await progressOf(shop, id)
    assert.equal(finished + failed + leftOut, total)
  })

export async function replay(
  shop: Shop,
  wish: Partial<Parameters<typeof startReplay>[1]> & Pick<Parameters<typeof startReplay>[1], 'which'>
) {
  const id = (await startReplay(shop.ledger, { ...BY, ...wish })) ?? ''
  await runReplay(portsOf(shop), id)
  return id
}

/** The database refuses these events, as after a change that nobody tried. Gives what mends it. */
export async function refuse({ ledger }: Shop, type: string) {
  await ledger.pool.query(`
    create function refuse() returns trigger language plpgsql as
      $$ begin raise exception 'refused' using errcode = '23514'; end $$;
    create trigger refuse before insert or update on events for each row
      when (new.type = '${type}' and new.finished is not null) execute function refuse()`)
  return async () => {
    await ledger.pool.query('drop trigger refuse on events; drop function refuse')
  }
}

/** With one attempt, or few, since waiting for eight takes minutes. */
export const enqueue = (shop: Shop, events: readonly StripeEvent[], attempts = 1) =>
  shop.events.addBulk(
    events.map(event => ({
      name: event.type,
      data: { id: event.id, event, receivedAt: new Date().toISOString(), how: 'webhook' },
      opts: { ...EVENT_JOB_OPTIONS, jobId: event.id, attempts }
    }))
  )
