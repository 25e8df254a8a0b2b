import type { Finding } from '@paidonce/invariants/finding'
import type { Report } from '@paidonce/invariants/tally'

/** Of each invariant so many violations are told one by one. */
const TOLD = 5

/** What a check found, as an operator reads it in a terminal. Pure. */
export function showInvariants({ orders, events, jobs, violations, violated, notJudgedYet }: Report): string {
  const broken = Object.entries(violated).flatMap(([invariant, count]) => [
    '',
    `VIOLATED  ${invariant}   (${count})`,
    ...violations
      .filter(finding => finding.invariant === invariant)
      .slice(0, TOLD)
      .map(findingLine),
    ...(count > TOLD ? [`  and ${count - TOLD} more: --json names them`] : [])
  ])
  const waiting = Object.entries(notJudgedYet).map(
    ([invariant, count]) => `  ${String(count).padStart(6)}   ${invariant}`
  )
  return [
    `looked at ${orders} orders, ${events} events, ${jobs} jobs`,
    ...(waiting.length === 0 ? [] : ['', 'too young, or on its way: not judged yet', ...waiting]),
    ...broken,
    '',
    broken.length === 0 ? 'all that could be judged holds' : 'something is violated: see docs/operations.md'
  ].join('\n')
}

function findingLine({ concerns, says }: Finding): string {
  const named = Object.entries(concerns).map(([what, id]) => `${what} ${id}`)
  return `  ${named.join(', ')}: ${says}`
}
