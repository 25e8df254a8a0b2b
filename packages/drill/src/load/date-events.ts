import type { Mix } from '@paidonce/stripe-twin/mix/mix'
import type { TwinEvent } from '@paidonce/stripe-twin/sequences/twin-event'

/**
 * The same, each event created in the second in which it is first to be delivered, as it is at Stripe: a sweep that
 * looks at what happened some seconds ago must not look at what is still to come. `now`: when it begins, in seconds. Pure.
 */
export function dateEvents({ plays, deliveries }: Mix, now: number): Mix {
  const first = new Map<string, number>()
  for (const { event, atMs = 0 } of deliveries)
    first.set(event.id, Math.min(atMs, first.get(event.id) ?? Number.POSITIVE_INFINITY))

  const dated = new Map<string, TwinEvent>()
  const dateOf = (event: TwinEvent): TwinEvent => {
    const created = now + Math.floor((first.get(event.id) ?? 0) / 1000)
    dated.set(event.id, { ...event, created })
    return dated.get(event.id) as TwinEvent
  }
  return {
    plays: plays.map(play => ({
      ...play,
      steps: play.steps.map(step => ({ ...step, event: dateOf(step.event) }))
    })),
    deliveries: deliveries.map(({ event, ...when }) => ({ ...when, event: dated.get(event.id) ?? event }))
  }
}
