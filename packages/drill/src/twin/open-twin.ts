import { startTwin } from '@paidonce/stripe-twin/api/start-twin'
import type { Target } from '@paidonce/stripe-twin/deliver/deliver'
import type { Load } from '../load/make-load.ts'

/** More than an order has on average, so that none has to go. */
const EVENTS_AN_ORDER = 6

/** Stripe's lists, for the sweep: what happens in the drill stands there, and some of it is delivered to nobody. */
export async function openTwin(target: Target, orders: number) {
  const twin = await startTwin({
    target,
    most: orders * EVENTS_AN_ORDER + 1_000,
    onError: () => undefined // answered as a 500, which a sweep has to bear
  })
  return {
    url: twin.url,
    tell: ({ plays }: Pick<Load, 'plays'>) => {
      for (const { steps } of plays) twin.shelves.keep(steps.map(({ event }) => event))
    },
    noteTaken: (id: string) => twin.shelves.noteDelivered(id),
    stop: twin.stop
  }
}

export type DrillTwin = Awaited<ReturnType<typeof openTwin>>
