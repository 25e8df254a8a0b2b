import type { Attempt, DeliveryReport } from '../deliver/deliver.ts'
import type { Answer } from '../deliver/post.ts'
import type { Line } from './screen.ts'
import { counted, duration } from './words.ts'

/** How many events that were never taken are named. */
const NAMED = 5

/** One request: `evt_… checkout.session.completed → 200 in 12 ms`. */
export function attemptLine({ event, answer, tookMs, accepted, againInMs }: Attempt): Line {
  const result = `${describeAnswer(answer)} in ${Math.round(tookMs)} ms`
  return [
    ['soft', `${event.id} `],
    `${event.type} → `,
    [accepted ? 'good' : 'bad', result],
    ...(againInMs === null ? [] : [`, again in ${againInMs / 1000} s`])
  ]
}

export const describeAnswer = (answer: Answer): string =>
  answer.status === null
    ? answer.reason
    : [answer.status, answer.code].filter(part => part !== null).join(' ')

/** What became of all deliveries. */
export function reportLines(report: DeliveryReport, tookMs: number): Line[] {
  const { delivered, attempts } = report
  const again = attempts - delivered.length
  const rate = Math.round((attempts / Math.max(tookMs, 1)) * 1000)
  const effort = `${counted(delivered.length, 'delivery')} in ${duration(tookMs)}${attempts > NAMED * 4 ? ` (${rate}/s)` : ''}`
  const repeated = again === 0 ? '' : `, ${counted(again, 'more attempt')}`
  const refused = delivered.filter(({ accepted }) => !accepted)

  if (refused.length === 0) return [[['good', 'Accepted'], `  ${effort}${repeated}`]]
  return [
    [['bad', 'Not taken'], `  ${refused.length} of ${effort}${repeated}`],
    ...refused.slice(0, NAMED).map(({ event, answer }): Line => [`  ${event.id}  ${describeAnswer(answer)}`]),
    ...(refused.length > NAMED ? [[`  and ${refused.length - NAMED} more`]] : []),
    ...adviceOn(refused.map(({ answer }) => answer))
  ]
}

const adviceOn = (answers: readonly Answer[]): Line[] =>
  answers.some(answer => answer.status !== null && answer.code === 'BAD_SIGNATURE')
    ? [['The receiver does not know the secret that this was signed with: see --secret.']]
    : []
