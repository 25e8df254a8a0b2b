import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { MIGRATIONS, migrate } from '@paidonce/ledger/migrate'
import { checkInvariants } from './check-invariants.ts'
import { checkOut } from './check-out.ts'
import { migrationsIn } from './migrations-in.ts'
import { PREVIOUS } from './previous.ts'
import { registerOrders } from './register-orders.ts'
import { setStage } from './set-stage.ts'
import { stateOf } from './state-of.ts'
import { createStory } from './story.ts'
import { waitingForNewer } from './waiting-for-newer.ts'
import { createWatch } from './watch.ts'
import { setWitness } from './witness.ts'

type Upgrade = Readonly<{
  seed: string
  orders: number
  /** The folder of the new release's migrations. */
  migrations?: string
}>

/** Deliveries that are told together while the migrations run. */
const SLICE = 10

/**
 * Upgrades a shop under load from the previous release to this one and back, as an operator would, and checks that nobody would
 * have noticed. Throws what is broken, with the part of the upgrade at which it was seen.
 */
export async function upgrade(
  t: TestContext,
  { seed, orders, migrations = MIGRATIONS }: Upgrade
): Promise<void> {
  const old = await checkOut(PREVIOUS)
  const stage = await setStage(t, old)
  const story = createStory({ seed, orders })
  const watch = createWatch(stage)
  const tellUpTo = async (share: number) => {
    await watch.tell(story.upTo(share))
    await watch.finished()
  }

  const oldWorker = await stage.start('old', 'worker')
  const oldIngest = await stage.start('old', 'ingest')
  await setWitness(stage.ledger)

  await part('1, the old release alone', async () => {
    await stage.queues.holdLetters()
    await registerOrders(stage.ledger, story.toRegister())
    await tellUpTo(0.3)
  })

  await part('2, the new migrations while the old worker works', async () => {
    // Halted for a moment, so that there is sure to be something of every kind when the migrations begin.
    oldWorker.halt()
    await registerOrders(stage.ledger, story.toRegister())
    await watch.tell(story.next(SLICE))
    const { migrations: known, awaiting, unsettled, lettersOwed } = await stateOf(stage.ledger)
    assert.deepEqual(known, migrationsIn(`${old}/packages/ledger/migrations`))
    const waiting = await stage.queues.waitingEvents()
    for (const [what, count] of Object.entries({ awaiting, unsettled, lettersOwed, waiting }))
      assert.ok(count > 0, `nothing is ${what}: take more orders`)

    oldWorker.goOn()
    let isMigrated = false
    const begun = performance.now()
    const migrating = migrate(stage.databaseUrl, migrations).finally(() => {
      isMigrated = true
    })
    let meanwhile = 0
    while (!isMigrated) {
      // However slow the migrations are, the next part has something to tell.
      const slice = story.next(SLICE, 0.5)
      await watch.tell(slice)
      await watch.finished()
      meanwhile += slice.length
    }
    const added = await migrating
    t.diagnostic(
      `migrated from ${known.at(-1)} to ${added.at(-1) ?? 'the same'} in ${Math.round(performance.now() - begun)} ms, while ${meanwhile} deliveries were worked on`
    )
    assert.deepEqual((await stateOf(stage.ledger)).migrations, migrationsIn(migrations))
  })

  await part('3, the old release on the new schema', async () => {
    await stage.queues.releaseLetters()
    await tellUpTo(0.6)
    await watch.allRight(story.whole())
  })

  const newWorker = await part('4, a new worker beside the old one', async () => {
    const started = await stage.start('new', 'worker')
    await tellUpTo(0.75)
    return started
  })

  const newIngest = await part('5, the new release alone', async () => {
    await Promise.all([oldWorker.stop(), oldIngest.stop()])
    const started = await stage.start('new', 'ingest')
    await tellUpTo(0.9)
    await watch.allRight(story.whole())
    return started
  })

  await part('6, back to the old release', async () => {
    await Promise.all([newWorker.stop(), newIngest.stop()])
    await Promise.all([stage.start('old', 'worker'), stage.start('old', 'ingest')])
    await tellUpTo(1)
    const waiting = await waitingForNewer(stage.ledger)
    await watch.allRight(story.plays.filter(({ order }) => !waiting.has(order.id)))
  })

  await part('7, the new release again', async () => {
    await stage.start('new', 'worker')
    await watch.allRight(story.plays)
  })

  await part('8, at the end', async () => await checkInvariants({ stage, watch, story, migrations }))
  const { events, fulfilments, lettersSent, announcements } = await stateOf(stage.ledger)
  t.diagnostic(
    `${orders} orders: ${events} events, ${fulfilments} fulfilments, ${lettersSent} letters, ${announcements} announcements`
  )
}

/** Says where in the upgrade something went wrong. */
async function part<T>(name: string, play: () => Promise<T>): Promise<T> {
  try {
    return await play()
  } catch (cause) {
    throw new Error(`in part ${name}: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}
