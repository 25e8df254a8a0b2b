import type { Finding } from './finding.ts'

/** What a check found. Of each invariant the first so many violations are kept, all are counted. */
export type Report = Readonly<{
  orders: number
  events: number
  jobs: number
  violations: readonly Finding[]
  violated: Readonly<Record<string, number>>
  /** What is too young, or still on its way: by invariant, how many. */
  notJudgedYet: Readonly<Record<string, number>>
}>

type Seen = 'orders' | 'events' | 'jobs'

type TallyOptions = Readonly<{
  /** Nothing is on its way any more, so what is open is a fault. */
  drained: boolean
  now: number
  kept?: number
}>

/** What changed so lately may be half-way between two rows that are written one after the other. */
const YOUNG_MS = 60_000

/** Sorts findings into violations and what cannot be judged yet, within bounded memory. */
export function createTally({ drained, now, kept = 50 }: TallyOptions) {
  const seen: Record<Seen, number> = { orders: 0, events: 0, jobs: 0 }
  const violations: Finding[] = []
  const violated: Record<string, number> = {}
  const notJudgedYet: Record<string, number> = {}

  const isYoung = ({ at }: Finding) => at !== undefined && at > now - YOUNG_MS
  const add = (finding: Finding) => {
    const isViolation = drained || (finding.is === 'wrong' && !isYoung(finding))
    const counts = isViolation ? violated : notJudgedYet
    const count = (counts[finding.invariant] ?? 0) + 1
    counts[finding.invariant] = count
    if (isViolation && count <= kept) violations.push(finding)
  }
  return {
    saw: (what: Seen, count: number) => {
      seen[what] += count
    },
    add: (findings: readonly Finding[]) => findings.forEach(add),
    report: (): Report => ({ ...seen, violations, violated, notJudgedYet })
  }
}

export type Tally = ReturnType<typeof createTally>
