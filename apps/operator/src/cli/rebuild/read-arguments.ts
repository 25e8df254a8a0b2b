import { parseArgs } from 'node:util'
import type { Key } from '@paidonce/ledger/keys'
import type { Wanted } from '@paidonce/ledger/rebuilding/page-of-events'
import { isEventType } from '@paidonce/shared/stripe-event'

const OPTIONS = {
  'dry-run': { type: 'boolean', default: false },
  since: { type: 'string' },
  type: { type: 'string' },
  order: { type: 'string' },
  account: { type: 'string', default: '' },
  batch: { type: 'string', default: '500' },
  'send-letters': { type: 'boolean', default: false },
  'from-start': { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false }
} as const

export type Asked = Readonly<{
  which: Key | Wanted
  batch: number
  isDry: boolean
  isSure: boolean
  sendsLetters: boolean
  fromStart: boolean
  json: boolean
  help: boolean
}>

const MOST_AT_ONCE = 5_000

/** What the command was asked, or a sentence about what is wrong with it. */
export function readArguments(argv: readonly string[]): Asked | string {
  try {
    const { values } = parseArgs({ args: [...argv], options: OPTIONS, strict: true })
    const { since, type, order, account } = values
    const [at, batch] = [since === undefined ? undefined : new Date(since), Number(values.batch)]
    if (at !== undefined && Number.isNaN(at.getTime())) return '--since needs a time, such as 2026-05-01'
    if (type !== undefined && !isEventType(type)) return '--type needs a type of event'
    if (!Number.isInteger(batch) || batch < 1 || batch > MOST_AT_ONCE)
      return `--batch needs a number from 1 to ${MOST_AT_ONCE}`
    if (order !== undefined && (since !== undefined || type !== undefined))
      return '--order goes with neither --since nor --type'
    return {
      which: order === undefined ? { since: at, type } : { account, id: order },
      batch,
      isDry: values['dry-run'],
      isSure: values.yes,
      sendsLetters: values['send-letters'],
      fromStart: values['from-start'],
      json: values.json,
      help: values.help
    }
  } catch (error) {
    return (error as Error).message.replace(/\n.*$/s, '')
  }
}
