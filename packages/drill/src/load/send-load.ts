import { setMaxListeners } from 'node:events'
import {
  type Attempt,
  type Delivered,
  type Delivery,
  deliver,
  type Target
} from '@paidonce/stripe-twin/deliver/deliver'

type LoadOptions = Readonly<{
  target: Target
  deliveries: readonly Delivery[]
  retryForMs: number
  sleep: (ms: number) => Promise<void>
  onAttempt: (attempt: Attempt) => void
  signal: AbortSignal
}>

const SLICE_MS = 1_000

/** Requests at a time, of what is due within one slice. */
const CONCURRENCY = 10

/**
 * Sends every delivery when it is due. Second by second, since tens of thousands that wait for their time together would
 * cost more than the sending.
 */
export async function sendLoad({
  target,
  deliveries,
  sleep,
  signal,
  ...options
}: LoadOptions): Promise<Delivered[]> {
  const sending: Promise<readonly Delivered[]>[] = []
  const slices = sliced(deliveries)
  for (let index = 0; index < slices.length; index++) {
    const slice = slices[index] ?? []
    // A signal of its own: what listens to one is looked through with each that joins.
    const ending = AbortSignal.any([signal])
    setMaxListeners(0, ending)
    const settings = { ...options, concurrency: CONCURRENCY, signal: ending }
    const sent = deliver(target, slice, settings).then(({ delivered }) => delivered)
    sent.catch(() => undefined) // told by the last line
    sending.push(sent)
    await sleep(SLICE_MS)
  }
  return (await Promise.all(sending)).flat()
}

/** By the second in which they are due, counted from that second's beginning. In a second, the order given is kept. */
export function sliced(deliveries: readonly Delivery[]): Delivery[][] {
  const slices: Delivery[][] = []
  for (const { event, atMs = 0 } of deliveries) {
    const index = Math.floor(atMs / SLICE_MS)
    slices[index] = [...(slices[index] ?? []), { event, atMs: atMs - index * SLICE_MS }]
  }
  return Array.from(slices, slice => slice ?? [])
}
