/** How good or bad a state is; its word says it as well, so that no colour has to. */
export type Tone = 'good' | 'bad' | 'wait' | 'plain'

export const Badge = ({ tone, children }: Readonly<{ tone: Tone; children: string }>) => (
  <span class={`badge ${tone}`}>{children.replaceAll('_', ' ')}</span>
)

const TONE_OF: Readonly<Record<string, Tone>> = {
  fulfilled: 'good',
  finished: 'good',
  sent: 'good',
  done: 'good',
  review: 'bad',
  payment_failed: 'bad',
  failed: 'bad',
  given_up: 'bad',
  awaiting_payment: 'wait',
  failing: 'wait',
  waiting: 'wait',
  queueing: 'wait',
  working: 'wait',
  aborted: 'bad',
  out_of_reach: 'bad',
  owed: 'wait',
  pending: 'wait'
}

/** A state of an order, event, letter or announcement. */
export const State = ({ of }: Readonly<{ of: string }>) => <Badge tone={TONE_OF[of] ?? 'plain'}>{of}</Badge>
