import { about, type Finding } from '../finding.ts'
import { ago, counted } from '../words.ts'
import { EXPLAINED } from './causes.ts'
import type { Notes } from './notes.ts'

const { ok, warning, problem } = about('signatures')

/** Without one for so long, and with a match since, a cause is over. */
const OVER_MS = 3_600_000

/** Deliveries of the last day whose signature did not do, by cause. */
export function judgeFailures({ failures, matched }: Notes, nowMs: number): Finding[] {
  if (failures.length === 0) return [ok('Of the last day no delivery was refused for its signature.')]
  const lastMatch = Math.max(0, ...Object.values(matched))
  const nothingFits = lastMatch < nowMs - 24 * OVER_MS

  return failures.map(({ cause, times, lastMs }) => {
    const { words, todo, isCertain } = EXPLAINED[cause]
    const says = `${counted(times, 'delivery').replace(/ys$/, 'ies')} of the last day: ${words}; the last ${ago(nowMs - lastMs)}.`
    const isOver = nowMs - lastMs > OVER_MS && lastMatch > lastMs
    return !isOver && (isCertain || nothingFits) ? problem(says, todo) : warning(says, todo)
  })
}
