import { between, createRandom, shuffled } from '@paidonce/stripe-twin/seed/random'

/** A fault, when it begins at the earliest (ms since the drill began), and the seed of its own choices. */
export type Planned<Kind extends string = string> = Readonly<{ atMs: number; kind: Kind; seed: string }>

type ScheduleOptions<Kind extends string> = Readonly<{
  kinds: readonly Kind[]
  /** These end a round: they wait for all others to be over. */
  isLast: (kind: Kind) => boolean
  minutes: number
  seed: string
}>

const MINUTE_MS = 60_000

/** The first faults find programs that are warm, the last are over before the load is. */
const FROM = 0.05
const TO = 0.92

/** Every kind has its turn within so much of a drill, however short; in a long one it has several. */
const ONE_ROUND = 0.6

/** Further apart than this faults would not meet any more. */
const MOST_APART_MS = 3_000

/**
 * Kinds in any order, each once before any comes again. The same options give the same schedule. Pure.
 */
export function makeSchedule<Kind extends string>({
  kinds,
  isLast,
  minutes,
  seed
}: ScheduleOptions<Kind>): Planned<Kind>[] {
  const random = createRandom(`${seed}/schedule`)
  const end = minutes * MINUTE_MS * TO
  const apart = Math.min(MOST_APART_MS, (minutes * MINUTE_MS * ONE_ROUND) / kinds.length)
  const planned: Planned<Kind>[] = []
  let deck: Kind[] = []

  for (let atMs = minutes * MINUTE_MS * FROM; kinds.length > 0 && atMs < end; ) {
    if (deck.length === 0) {
      const drawn = shuffled(random, kinds)
      deck = [...drawn.filter(kind => !isLast(kind)), ...drawn.filter(isLast)]
    }
    const kind = deck.shift() as Kind
    planned.push({ atMs: Math.round(atMs), kind, seed: `${seed}/fault/${planned.length}` })
    atMs += between(random, apart * 0.5, apart * 1.5)
  }
  return planned
}
