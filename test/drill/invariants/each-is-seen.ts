import assert from 'node:assert/strict'
import { test } from 'node:test'
import { finishedRun } from './finished-run.ts'

/** What is done to the database of a run that has drained, and every invariant that must see it, with what it must name. */
type Damage = Readonly<{ plant: readonly string[]; seen: Readonly<Record<string, object>> }>

/** One test for each damage. */
export function eachIsSeen(damages: Readonly<Record<string, Damage>>): void {
  for (const [what, { plant, seen }] of Object.entries(damages)) {
    test(`${what} is seen and named`, async t => {
      const run = await finishedRun(t)
      for (const sql of plant) await run.plant(sql)
      assert.deepEqual(await run.violated(), seen)
    })
  }
}
