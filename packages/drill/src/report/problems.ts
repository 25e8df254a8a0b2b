import type { Finding } from '@paidonce/invariants/finding'
import type { Report } from '@paidonce/invariants/tally'
import type { Wrong } from '../drain/compare-plays.ts'
import type { Problem } from './drill-report.ts'

/** What a violated invariant means to somebody who sells: what is open in a drained run is stuck. */
const MEANINGS: readonly (readonly [RegExp, Problem['is']])[] = [
  [/answered 200|job is completed|is written down/, 'lost'],
  [/at most once/, 'doubled']
]

const meaningOf = ({ invariant, is }: Finding): Problem['is'] => {
  if (is === 'open') return 'stuck'
  return MEANINGS.find(([words]) => words.test(invariant))?.[1] ?? 'wrong'
}

export const problemsOfFindings = ({ violations }: Report): Problem[] =>
  violations.map(finding => ({
    is: meaningOf(finding),
    says: `${finding.invariant}: ${finding.says}`,
    concerns: finding.concerns
  }))

export const problemsOfOrders = (wrong: readonly Wrong[]): Problem[] =>
  wrong.map(({ is, order, says, events }) => ({ is, says, concerns: { order, events } }))

export const problemsOfEvents = (is: Problem['is'], says: string, events: readonly string[]): Problem[] =>
  events.map(event => ({ is, says, concerns: { event } }))

export const problemsOfFaults = (objections: readonly string[]): Problem[] =>
  objections.map(says => ({ is: 'wrong', says, concerns: {} }))

export function countProblems(problems: readonly Problem[]): Record<Problem['is'], number> {
  const count = (is: Problem['is']) => problems.filter(problem => problem.is === is).length
  return { lost: count('lost'), doubled: count('doubled'), stuck: count('stuck'), wrong: count('wrong') }
}
