import assert from 'node:assert/strict'
import { migrationsIn } from './migrations-in.ts'
import type { Stage } from './set-stage.ts'
import { stateOf } from './state-of.ts'
import type { Story } from './story.ts'
import type { createWatch } from './watch.ts'

type Ended = Readonly<{
  stage: Stage
  watch: ReturnType<typeof createWatch>
  story: Story
  /** The folder of the new release's migrations. */
  migrations: string
}>

/** What must hold when all has been told, beyond that every order is as it should be. */
export async function checkInvariants({ stage, watch, story, migrations }: Ended): Promise<void> {
  await watch.until('announcements that are not done', async () => {
    const { announcementsNotDone } = await stateOf(stage.ledger)
    return announcementsNotDone === 0
  })
  const state = await stateOf(stage.ledger)

  const { eventsNotFinished, unsettled, lettersOwed, lettersGivenUp } = state
  assert.deepEqual(
    { eventsNotFinished, unsettled, lettersOwed, lettersGivenUp },
    { eventsNotFinished: 0, unsettled: 0, lettersOwed: 0, lettersGivenUp: 0 }
  )
  const due = story.plays.reduce((sum, { expected }) => sum + expected.fulfilments, 0)
  assert.equal(state.fulfilments, due, 'fulfilments')
  assert.equal(stage.queues.heard.size, state.announcements, 'announcements that the shop heard')
  assert.equal(stage.caughtIds().size, state.lettersSent, 'letters that came')
  assert.deepEqual(state.migrations, migrationsIn(migrations))
}
