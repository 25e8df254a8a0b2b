import { parseArgs } from 'node:util'
import { isSequenceName, SEQUENCE_NAMES, type SequenceName } from '../sequences/table.ts'
import { closestName } from './closest-name.ts'
import { OPTIONS, type OptionName, type OptionValues } from './options.ts'
import { UsageError } from './usage-error.ts'

export const MIX = 'mix'
export const REPLAY = 'replay'

/** What the command line asks for. */
export type Wanted =
  | Readonly<{ show: 'help' | 'list' }>
  | Readonly<{ show: 'run'; what: SequenceName | typeof MIX; options: OptionValues }>
  | Readonly<{ show: 'replay'; paths: readonly string[]; options: OptionValues }>

/** Throws UsageError with a sentence that says what to do. */
export function readArguments(argv: readonly string[]): Wanted {
  const { positionals, values } = parse(argv)
  const options = readOptions(values)
  if (options.help) return { show: 'help' }
  if (options.list) return { show: 'list' }

  const [what, ...more] = positionals
  if (what === undefined) throw new UsageError('Say what should happen, such as: npm run trigger -- card')
  if (what === REPLAY) return readReplay(more, options)
  if (what !== MIX && !isSequenceName(what)) throw new UsageError(unknownSequence(what))
  if (more.length > 0) throw new UsageError(`One sequence at a time: what is "${more.join(' ')}"?`)

  refuseContradictions(what, options)
  return { show: 'run', what, options }
}

type Values = Readonly<Partial<Record<string, string | boolean>>>

function parse(argv: readonly string[]): Readonly<{ positionals: string[]; values: Values }> {
  const options = Object.fromEntries(
    Object.entries(OPTIONS).map(([name, option]) => [
      name,
      { type: 'argument' in option ? ('string' as const) : ('boolean' as const) }
    ])
  )
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(sentenceOf(error as Error & { code?: string }, argv))
  }
}

function sentenceOf({ code, message }: Error & { code?: string }, argv: readonly string[]): string {
  if (code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return message.replace(/\n.*$/s, '')
  const known = (name: string) => Object.hasOwn(OPTIONS, name)
  const given = argv.filter(text => text.startsWith('-')).map(text => text.replace(/^-+|=.*$/g, ''))
  const unknown = given.find(name => !known(name)) ?? ''
  const close = closestName(unknown.replaceAll('-', '_'), Object.keys(OPTIONS))
  return `There is no option --${unknown}.${close === undefined ? '' : ` Did you mean --${close}?`}`
}

function readOptions(values: Values): OptionValues {
  const read = Object.entries(values).map(([name, value]) => {
    try {
      return [name, OPTIONS[name as OptionName].read(String(value))]
    } catch (error) {
      // Never the value: it may be a secret.
      if (error instanceof UsageError) throw new UsageError(`--${name} ${error.message}.`)
      throw error
    }
  })
  return Object.fromEntries(read)
}

/** What is in the files is sent as it is, in their order: one at a time, unless it is said otherwise. */
function readReplay(paths: readonly string[], options: OptionValues): Wanted {
  if (paths.length === 0)
    throw new UsageError('Say what to replay, such as: npm run trigger -- replay events/')
  const useless = (Object.keys(options) as OptionName[]).find(
    name =>
      OPTIONS[name].group === 'Checking' ||
      name === 'lose' ||
      (OPTIONS[name].group === 'What happens' && name !== 'seed')
  )
  if (useless !== undefined)
    throw new UsageError(
      `--${useless} says nothing about a replay, which sends files as they are: leave it out.`
    )
  return { show: 'replay', paths, options: { concurrency: 1, ...options } }
}

function unknownSequence(what: string): string {
  const close = closestName(what, [...SEQUENCE_NAMES, MIX, REPLAY])
  const guess = close === undefined ? '' : ` Did you mean ${close}?`
  return `There is no sequence "${what}".${guess}\nThere are ${SEQUENCE_NAMES.join(', ')}, ${MIX} and ${REPLAY}.`
}

function refuseContradictions(what: SequenceName | typeof MIX, { order, orders, check, wait }: OptionValues) {
  if (order !== undefined && (what === MIX || (orders ?? 1) > 1))
    throw new UsageError('--order names one order, and there are several here: leave it out.')
  if (wait !== undefined && !check)
    throw new UsageError('--wait says how long to wait for --check: give both.')
}
