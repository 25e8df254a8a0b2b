import { parseArgs } from 'node:util'
import { FAULT_KINDS, FAULTS, type FaultKind, isFaultKind } from '../faults/table.ts'

/** What was asked for cannot be done as asked. The message says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export type Wishes = Readonly<{
  orders: number
  minutes: number
  seed: string
  /** What was asked for of faults, and the kinds that this means, in the order of the table. */
  asked: string
  kinds: readonly FaultKind[]
  /** Whether the workers have a key of Stripe, and so a sweep. */
  hasKey: boolean
  /** The share of events that are never delivered. */
  lose: number
  json: boolean
  help: boolean
}>

/** What never comes, if nothing else is asked for. */
export const LOSE = 0.05

const OPTIONS = {
  orders: { type: 'string', default: '2000' },
  minutes: { type: 'string', default: '1' },
  seed: { type: 'string' },
  faults: { type: 'string', default: 'all' },
  lose: { type: 'string' },
  'without-key': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false }
} as const

/** `seed`: the one that is taken where none is asked for. Throws UsageError. */
export function readArguments(argv: readonly string[], seed: string): Wishes {
  const { values } = parse(argv)
  return {
    orders: wholeNumber('--orders', values.orders, 1_000_000),
    minutes: positive('--minutes', values.minutes, 24 * 60),
    seed: values.seed ?? seed,
    asked: values.faults,
    kinds: readKinds(values.faults),
    hasKey: !values['without-key'],
    lose: readLose(values.lose, !values['without-key']),
    json: values.json,
    help: values.help
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, strict: true })
  } catch (error) {
    throw new UsageError((error as Error).message.replace(/\n.*$/s, ''))
  }
}

function wholeNumber(name: string, text: string, most: number): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= 1 && number <= most) return number
  throw new UsageError(`${name} must be a whole number, 1 to ${most}.`)
}

function positive(name: string, text: string, most: number): number {
  const number = Number(text)
  if (number > 0 && number <= most) return number
  throw new UsageError(`${name} must be a number above 0, up to ${most}.`)
}

function readLose(text: string | undefined, hasKey: boolean): number {
  if (text === undefined) return hasKey ? LOSE : 0
  const share = Number(text)
  if (text.trim() === '' || !(share >= 0 && share <= 1))
    throw new UsageError('--lose must be a share, 0 to 1.')
  if (share > 0 && !hasKey)
    throw new UsageError('--lose goes with a key: without one nothing fetches back what never came.')
  return share
}

function readKinds(text: string): FaultKind[] {
  if (text === 'none') return []
  if (text === 'all') return [...FAULT_KINDS]
  const asked = text.split(',').map(name => name.trim())
  const unknown = asked.find(name => !isFaultKind(name))
  if (unknown !== undefined)
    throw new UsageError(`There is no fault "${unknown}". There are ${FAULT_KINDS.join(', ')}.`)
  return FAULT_KINDS.filter(kind => asked.includes(kind))
}

export function helpText(): string {
  const width = Math.max(...FAULT_KINDS.map(kind => kind.length))
  return `Runs paidonce under load, breaks everything around it, and looks whether anything was lost, doubled or stuck.

  npm run drill -- [--orders 2000] [--minutes 1] [--seed <text>] [--faults all|none|<kind>,<kind>]
               [--lose 0.05] [--without-key] [--json]

--lose           this share of events is never delivered; Stripe lists them, and the sweep has to find them
--without-key    the workers have no key of Stripe: nothing is swept, and the drill sends again what Redis lost

The same seed gives the same orders, deliveries, losses and schedule of faults. Exit code 1: something was violated. Needs no
server: it brings its own, and leaves none behind.

Faults
${FAULT_KINDS.map(kind => `  ${kind.padEnd(width)}  ${FAULTS[kind].about}`).join('\n')}
`
}
