import { askGaps, type Gaps } from '../fleet/ask-gaps.ts'
import { tellingEvents } from '../load/make-load.ts'
import { problemsOfEvents } from '../report/problems.ts'
import { awaitSweep } from './await-sweep.ts'
import { drain } from './drain.ts'
import { explainMissed } from './explain-missed.ts'
import { readOutcomes } from './read-outcomes.ts'
import { DRAIN_WITHIN_MS, type SettleOptions } from './settle-options.ts'

const ALL = 999_999

/**
 * With a key nobody sends anything again: once a sweep has compared everything and nothing is on its way any more, every
 * event must be finished, and `gaps` names what was missing and nothing else.
 */
export async function fetchedBySweep(options: SettleOptions) {
  const { scene, load, sender, losses, begunAt, now } = options
  const places = { databaseUrl: scene.postgres.url, redisUrl: scene.redis.url }
  const begun = now()
  const isSwept = await awaitSweep(Math.ceil(Date.now() / 1000) * 1000, { ...options, ...places })
  const drained = await drain({ ...options, ...places, withinMs: DRAIN_WITHIN_MS })

  const gaps = await askGaps(places.databaseUrl, ALL)
  const telling = tellingEvents(load)
  const withheld = new Set(telling.filter(id => load.withheld.has(id)))
  const explained = explainMissed(gaps.missed, { withheld, losses, accepted: sender.accepted(), begunAt })
  const { unfinished } = await readOutcomes(places.databaseUrl, { orderIds: [], eventIds: telling })
  const names = new Set(gaps.missed.map(({ id }) => id))
  const { neverCame, lostByRedis, late, unexplained, misnamed } = explained
  return {
    drainMs: isSwept && drained !== undefined ? now() - begun : undefined,
    lostByRedis,
    swept: {
      asOf: gaps.accounts[0]?.asOf ?? null,
      neverCame: neverCame.length,
      late: late.length,
      causes: countedBy(gaps.missed.map(({ cause }) => cause))
    },
    problems: [
      ...problemsOfEvents('lost', 'nobody has it, and no sweep brought it', unfinished),
      ...problemsOfEvents('lost', 'answered 200, and gone until the sweep brought it', unexplained),
      ...problemsOfEvents('wrong', 'gaps names it as missing, and it was there', misnamed),
      ...problemsOfEvents(
        'wrong',
        'it never came, and gaps does not name it',
        [...withheld].filter(id => !names.has(id))
      ),
      ...objectionsOf(gaps).map(says => ({ is: 'wrong' as const, says, concerns: {} }))
    ]
  }
}

const objectionsOf = ({ accounts }: Gaps): string[] =>
  accounts.flatMap(({ gap, failing, outOfReach }) => [
    ...(gap > 0 ? [`gaps tells a gap of ${gap}`] : []),
    ...(failing === null ? [] : [`gaps tells that the sweep fails: ${failing.error}`]),
    ...(outOfReach.length > 0 ? ['gaps tells of windows out of reach'] : [])
  ])

function countedBy(causes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const cause of causes) counts[cause] = (counts[cause] ?? 0) + 1
  return counts
}
