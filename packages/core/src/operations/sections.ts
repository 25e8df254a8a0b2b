import { formatMoney } from '@paidonce/shared/money'
import { oneLine } from '../letters/one-line.ts'
import { ADVICE, counted } from './advice.ts'
import { ALERT_KINDS, type Alert } from './alert.ts'
import type { Alerts } from './gather-alerts.ts'
import { commandsFor } from './shell-command.ts'

/** Of one kind of alert all that a mail says, as plain text, each a single line. */
export type Section = Readonly<{
  /** "312 failed events" */
  title: string
  advice: string
  examples: readonly Example[]
  /** So many are not among the examples. */
  more: number
  commands: readonly string[]
}>

export type Example = Readonly<{ title: string; details: readonly string[] }>

export const sectionsOf = (alerts: Alerts): Section[] =>
  ALERT_KINDS.flatMap(kind => {
    const { count, newest } = alerts[kind] ?? { count: 0, newest: [] }
    if (count === 0) return []
    const section = {
      title: counted(kind, count),
      advice: ADVICE[kind].sentence,
      examples: newest.map(exampleOf),
      more: count - newest.length,
      commands: commandsFor(kind, newest)
    }
    return [section]
  })

function exampleOf({ at, account, order, payment, about, money, words }: Alert): Example {
  const title = [
    order === null ? null : `Order ${oneLine(order)}`,
    money && oneLine(formatMoney(money, 'en'))
  ]
  const ids = [about, payment, account].filter(id => id !== null && id !== '')
  const details = [...words, ...new Set(ids), `${at.slice(0, 16).replace('T', ' ')} UTC`]
  const said = details.map(detail => oneLine(String(detail))).filter(detail => detail !== '')
  const given = title.filter(part => part !== null)
  return given.length > 0
    ? { title: given.join(' · '), details: said }
    : { title: said[0] ?? '', details: said.slice(1) }
}
