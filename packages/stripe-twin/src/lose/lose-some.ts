import type { SentEvent } from '../deliver/deliver.ts'
import { type Choice, isChosen } from './choice.ts'

type Kept<Delivery> = Readonly<{
  /** The others, in the order given. */
  deliveries: readonly Delivery[]
  /** Ids of the events that are never delivered, not even once. */
  lost: ReadonlySet<string>
}>

/** What is left to deliver when these events get lost for good. */
export function loseSome<Delivery extends Readonly<{ event: SentEvent }>>(
  deliveries: readonly Delivery[],
  choice: Choice
): Kept<Delivery> {
  const lost = new Set(deliveries.filter(({ event }) => isChosen(event, choice)).map(({ event }) => event.id))
  return { deliveries: deliveries.filter(({ event }) => !lost.has(event.id)), lost }
}
