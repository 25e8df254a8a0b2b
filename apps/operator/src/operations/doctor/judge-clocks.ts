import { about, type Finding } from './finding.ts'

const { ok, warning, problem } = about('clocks')

/** How far another clock is ahead of this machine's. */
export type Skew = Readonly<{ whose: string; aheadMs: number }>

/** Stripe tells whole seconds, and the way there and back takes its time. */
const FINE_MS = 5_000
/** Signatures are good for five minutes; long before that a clock is to be set. */
const BAD_MS = 60_000

export function judgeClock({ whose, aheadMs }: Skew): Finding {
  const off = Math.abs(aheadMs)
  if (off <= FINE_MS) return ok(`${whose} clock agrees with this machine’s.`)
  const says = `${whose} clock is ${Math.round(off / 1_000)} s ${aheadMs > 0 ? 'ahead of' : 'behind'} this machine’s.`
  const todo = 'Switch NTP on, on every machine. Signatures are refused when clocks are five minutes apart.'
  return off > BAD_MS ? problem(says, todo) : warning(says, todo)
}
