import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openRedis } from '../support/own-redis.ts'
import { createFindMarks } from './leaks/find-marks.ts'
import { KEPT } from './leaks/kept-where.ts'
import type { Mark } from './leaks/marks.ts'
import { readPostgres } from './leaks/read-postgres.ts'
import { readRedis } from './leaks/read-redis.ts'
import { DELIVERIES_AND_OUTAGES } from './leaks/scenes-of-deliveries.ts'
import { STARTS_AND_ENDS } from './leaks/scenes-of-programs.ts'
import { isForOperations, type Stage, setStage } from './leaks/stage.ts'
import type { Written } from './leaks/written.ts'

test('of all that a whole run writes, only the places that may hold something of a buyer do, and none holds a secret', async t => {
  const stage = await setStage(t)
  for (const [what, play] of Object.entries({ ...DELIVERIES_AND_OUTAGES, ...STARTS_AND_ENDS })) {
    await t.test(what, async t => {
      await play(stage, t)
      await stage.askForHealth()
    })
  }
  const inServers = [
    ...(await readRedis(openRedis(t, stage.redis.url))),
    ...(await readPostgres(stage.shop.ledger))
  ]
  stage.shop.ingest.kill('SIGTERM')
  assert.equal((await stage.shop.ingest.ended).code, 0)

  const written = [...inServers, ...stage.replies, ...writtenByPrograms(stage)]
  const files = (await stage.files()).map(file => `a file: ${file}`)
  assert.deepEqual([...files, ...found(written, createFindMarks(stage.signatures))], kept())
})

const writtenByPrograms = ({ programs, mail }: Stage): Written[] => [
  ...programs.map(({ name, lines }) => ({ place: name, text: lines.join('\n') })),
  ...mail.letters.map(text => ({
    place: isForOperations(text) ? 'the mail to operations' : 'the letter itself',
    text
  }))
]

/** Every place where a mark was found, with the mark. */
function found(written: readonly Written[], find: (text: string) => Mark[]): string[] {
  const lines = written.flatMap(({ place, text }) => find(text).map(mark => `${place}: ${mark}`))
  return [...new Set(lines)].sort()
}

const kept = () =>
  Object.entries(KEPT)
    .flatMap(([place, marks]) => marks.map(mark => `${place}: ${mark}`))
    .sort()
