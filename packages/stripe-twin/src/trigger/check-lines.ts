import { isRight, type Look } from '../check/check-plays.ts'
import type { Line } from './screen.ts'
import { counted, duration, number } from './words.ts'

/** How many wrong orders are named, and how many events. */
const NAMED = 20
const NAMED_EVENTS = 3

/** How far things are, for the line of progress. */
export const lookLine = ({ orders, wrong, open }: Look): string =>
  `checking: ${number(orders - wrong.length)} of ${counted(orders, 'order')} right, ` +
  `${counted(open.events, 'event')} and ${counted(open.letters, 'letter')} waiting`

/** The verdict. */
export function verdictLines(look: Look, events: number, tookMs: number): Line[] {
  const { orders, wrong, unfinished, open, failed } = look
  if (isRight(look)) {
    const all = orders === 1 ? 'The order is right' : `Every order is right (${number(orders)})`
    const facts = `${counted(events, 'event')} in the ledger, nothing waiting, nothing failed`
    return [[['good', 'Checked'], `   ${all}: ${facts}; ${duration(tookMs)}`]]
  }
  return [
    ...(wrong.length === 0 ? [] : [bad(wrongSentence(wrong.length, orders))]),
    ...wrong.slice(0, NAMED).map(wrongLine),
    ...(wrong.length > NAMED ? [[`  and ${number(wrong.length - NAMED)} more`]] : []),
    ...(unfinished.length === 0 ? [] : [bad(lostSentence(unfinished))]),
    ...(open.events + open.letters === 0 ? [] : [bad(stillSentence(open, tookMs))]),
    ...(failed === 0 ? [] : [bad(`${counted(failed, 'job')} failed in Redis since this run began`)])
  ]
}

const wrongSentence = (wrong: number, orders: number) =>
  orders === 1
    ? 'The order is not as it should be'
    : `${number(wrong)} of ${counted(orders, 'order')} not as they should be`

const bad = (text: string): Line => [['bad', 'Wrong'], `     ${text}`]

const wrongLine = ({ play, differences }: Look['wrong'][number]): Line => [
  `  ${play.order.id}  `,
  ['soft', play.sequence],
  `  ${differences.map(({ what, expected, actual }) => `${what}: expected ${expected}, is ${actual}`).join('; ')}`
]

const lostSentence = (ids: readonly string[]) =>
  `${counted(ids.length, 'event')} accepted but not finished in the ledger: ${ids.slice(0, NAMED_EVENTS).join(', ')}` +
  (ids.length > NAMED_EVENTS ? ' …' : '')

const stillSentence = ({ events, letters }: Look['open'], tookMs: number) =>
  `${counted(events, 'event')} and ${counted(letters, 'letter')} still waiting after ${duration(tookMs)}`
