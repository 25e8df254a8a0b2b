import { formatMoney } from '@paidonce/shared/money'
import { oneLine } from '../letters/one-line.ts'
import { ADVICE, counted } from './advice.ts'
import { ALERT_KINDS, type Alert } from './alert.ts'
import type { Alerts } from './gather-alerts.ts'
import { commandsFor } from './shell-command.ts'
import { stripePage } from './stripe-page.ts'

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

export type Example = Readonly<{ title: string; details: readonly Detail[] }>

/** `page`: where Stripe shows it. */
export type Detail = Readonly<{ text: string; page: string | null }>

export const sectionsOf = (alerts: Alerts, mode: 'test' | 'live'): Section[] =>
  ALERT_KINDS.flatMap(kind => {
    const { count, newest } = alerts[kind] ?? { count: 0, newest: [] }
    if (count === 0) return []
    const section = {
      title: counted(kind, count),
      advice: ADVICE[kind].sentence,
      examples: newest.map(alert => exampleOf(alert, mode)),
      more: count - newest.length,
      commands: commandsFor(kind, newest)
    }
    return [section]
  })

function exampleOf(alert: Alert, mode: 'test' | 'live'): Example {
  const { at, account, order, payment, about, money, words } = alert
  const ids = [about, payment, account || null].filter(id => id !== null)
  const time = `${at.slice(0, 16).replace('T', ' ')} UTC`
  const details = [...words, ...new Set(ids), time].map(text => ({
    text: oneLine(text),
    page: stripePage(text, { account, mode })
  }))
  const [first, ...others] = details
  return order === null
    ? { title: first?.text ?? '', details: others }
    : { title: titleOf(order, money), details }
}

const titleOf = (order: string, money: Alert['money']) =>
  [`Order ${oneLine(order)}`, ...(money === null ? [] : [oneLine(formatMoney(money, 'en'))])].join(' · ')
