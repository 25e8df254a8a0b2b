import { makeMark, numberIn, tagOf } from '../../seed/mark.ts'
import { type Play, playSequence } from '../../sequences/play.ts'
import { isSequenceName, type SequenceName } from '../../sequences/table.ts'

/** Many orders through one sequence, spread evenly from one second to another, both included. */
export type GenerationWish = Readonly<{
  sequence: SequenceName
  orders: number
  seed: string
  from: number
  to: number
}>

/** They exist only while somebody looks at them: each is made again from its number. */
export type Generation = Readonly<{
  tag: string
  orders: number
  /** When the order of this number happens. */
  secondOf: (number: number) => number
  playOf: (number: number) => Play
  /** The number of the order that an id belongs to. */
  numberIn: (id: string) => number | undefined
}>

const MOST = 100_000_000
const WIDTH = String(MOST).length

/** Numbers count from 0, and with time. The same wish gives the same plays. */
export function createGeneration({ sequence, orders, seed, from, to }: GenerationWish): Generation {
  const tag = tagOf(`${sequence}/${seed}`)
  const secondOf = (number: number) => from + Math.floor((number * (to - from + 1)) / orders)
  return {
    tag,
    orders,
    secondOf,
    playOf: number =>
      playSequence(sequence, {
        orderId: `${sequence}-${seed}-${String(number).padStart(WIDTH, '0')}`,
        seed,
        now: secondOf(number),
        mark: makeMark(tag, number)
      }),
    numberIn: id => {
      const number = numberIn(id, tag)
      return number !== undefined && number < orders ? number : undefined
    }
  }
}

/** As it is sent: if not said, the last day. */
export type GenerationRequest = Omit<GenerationWish, 'from' | 'to'> &
  Partial<Pick<GenerationWish, 'from' | 'to'>>

const DAY_S = 86_400

export const wishOf = ({ to, from, ...asked }: GenerationRequest, now: number): GenerationWish => ({
  ...asked,
  to: to ?? now,
  from: from ?? (to ?? now) - DAY_S
})

export function isGenerationRequest(value: unknown): value is GenerationRequest {
  const {
    sequence,
    orders,
    seed,
    from = 0,
    to = Number.MAX_SAFE_INTEGER,
    ...more
  } = Object(value) as Readonly<Record<string, unknown>>
  return (
    typeof sequence === 'string' &&
    isSequenceName(sequence) &&
    isWhole(orders) &&
    orders > 0 &&
    orders <= MOST &&
    typeof seed === 'string' &&
    /^[\w-]{1,32}$/.test(seed) &&
    isWhole(from) &&
    isWhole(to) &&
    from <= to &&
    Object.keys(more).length === 0
  )
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0
