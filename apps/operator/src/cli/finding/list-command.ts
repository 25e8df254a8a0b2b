import { type ParseArgsConfig, parseArgs } from 'node:util'
import { type Sought, soughtBy } from '@paidonce/core/finding/sought'
import { BadCursor } from '@paidonce/ledger/finding/cursor'
import { MOST_ROWS, type Page, type PageWish } from '@paidonce/ledger/finding/page'
import type { Ledger } from '@paidonce/ledger/pool'
import { type Filters, filtersOf } from '../../operations/finding/search.ts'
import { misused } from '../misused.ts'
import { readTime, TIME_RULE } from '../read-time.ts'
import type { Command } from '../run-command.ts'
import { withLedger } from '../with-ledger.ts'
import { commandLine } from './command-line.ts'

/** What was given for options, each by its name. */
export type Given = Readonly<Record<string, string | boolean | undefined>>

type List<Name extends keyof Filters, Found> = Readonly<{
  name: Name
  help: string
  options: NonNullable<ParseArgsConfig['options']>
  /** The filter that these options mean, or a sentence about what is wrong with them. */
  filterOf: (given: Given) => NonNullable<Filters[Name]> | string
  find: (ledger: Ledger, filter: NonNullable<Filters[Name]>, page: PageWish) => Promise<Page<Found>>
  show: (rows: readonly Found[]) => string
}>

const COMMON = {
  account: { type: 'string' },
  since: { type: 'string' },
  until: { type: 'string' },
  limit: { type: 'string', default: '50' },
  after: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false }
} as const

/** A command that finds one list: 0 found, 1 nothing found, 2 misused or could not look. */
export const listCommand =
  <Name extends keyof Filters, Found>(list: List<Name, Found>): Command =>
  async (argv, env, { out, err }) => {
    const asked = read(list, argv)
    if (typeof asked === 'string') return misused(list.help, asked, { err })
    if (asked.isHelp) {
      out(list.help)
      return 0
    }
    try {
      const page = await withLedger(env, ledger => list.find(ledger, asked.filter, asked.page))
      if (asked.isJson) out(JSON.stringify(page, null, 2))
      else if (page.rows.length === 0) err('Nothing was found.')
      else out(list.show(page.rows))
      if (!asked.isJson && page.next !== null) out(`\nmore: ${commandLine(list.name, argv, page.next)}`)
      return page.rows.length === 0 ? 1 : 0
    } catch (error) {
      if (!(error instanceof BadCursor)) throw error
      return misused(list.help, `--after: ${error.message}`, { err })
    }
  }

function read<Name extends keyof Filters, Found>(list: List<Name, Found>, argv: readonly string[]) {
  const parsed = parse(argv, { ...list.options, ...COMMON })
  if (typeof parsed === 'string') return parsed
  const { values, positionals } = parsed
  const given = values as Given
  const [since, until] = [timeOf(given.since), timeOf(given.until)]
  if (since === WRONG || until === WRONG) return `--since and --until take ${TIME_RULE}`
  const limit = Number(/^\d{1,3}$/.test(String(given.limit)) ? given.limit : Number.NaN)
  if (!(limit >= 1 && limit <= MOST_ROWS)) return `--limit takes a number from 1 to ${MOST_ROWS}`
  if (positionals.length > 1) return 'give one id or address at most, in quotes if it holds blanks'

  const pasted = positionals[0] === undefined ? {} : filterOfPasted(list.name, soughtBy(positionals[0]))
  if (pasted === undefined) return `${list.name} cannot be found by that`
  const filter = list.filterOf(given)
  if (typeof filter === 'string') return filter
  return {
    filter: { ...pasted, ...filter, account: given.account, since, until } as NonNullable<Filters[Name]>,
    page: { limit, after: given.after as string | undefined },
    isJson: given.json === true,
    isHelp: given.help === true
  }
}

const filterOfPasted = <Name extends keyof Filters>(name: Name, sought: Sought | undefined) =>
  sought && filtersOf(sought)[name]

const WRONG = Symbol('no time')

function timeOf(text: string | boolean | undefined): Date | undefined | typeof WRONG {
  return typeof text === 'string' ? (readTime(text, Date.now()) ?? WRONG) : undefined
}

function parse(argv: readonly string[], options: NonNullable<ParseArgsConfig['options']>) {
  try {
    return parseArgs({ args: [...argv], options, strict: true, allowPositionals: true })
  } catch (error) {
    return (error as Error).message.replace(/\n.*$/s, '')
  }
}
