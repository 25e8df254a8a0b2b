import type { Found } from './look-for-person.ts'

/** How much stands where, and the orders concerned. Never an address or a name. */
export type Counts = Readonly<{
  orders: readonly string[]
  payloads: number
  addresses: number
  facts: number
  recipients: number
  jobs: number
}>

export function countsOf({ traces, jobs }: Found): Counts {
  // An event may stand in the traces of two payments.
  const events = [...new Map(traces.flatMap(trace => trace.events.map(event => [event.id, event]))).values()]
  return {
    orders: [...new Set(traces.flatMap(({ order }) => order ?? []))].sort(),
    payloads: events.filter(({ payload }) => payload).length,
    addresses: events.filter(({ email }) => email).length,
    facts: events.reduce((sum, { facts }) => sum + facts, 0),
    recipients: traces.reduce(
      (sum, { letters }) => sum + letters.filter(({ recipient }) => recipient).length,
      0
    ),
    jobs: jobs.length
  }
}

export const isNothing = ({ payloads, addresses, facts, recipients, jobs }: Counts): boolean =>
  payloads + addresses + facts + recipients + jobs === 0

const PLACES = {
  payloads: 'whole events (events.payload)',
  addresses: 'addresses of events (events.email)',
  facts: 'addresses and names in facts (facts.value)',
  recipients: 'recipients of letters (letters.recipient)',
  jobs: 'jobs in Redis'
} as const

export function showCounts(counts: Counts): string {
  const { orders } = counts
  const lines = Object.entries(PLACES).map(
    ([place, what]) => `  ${String(counts[place as keyof typeof PLACES]).padStart(6)}   ${what}`
  )
  return [
    orders.length === 0 ? 'no order is concerned' : `orders concerned: ${orders.join(', ')}`,
    '',
    ...lines
  ].join('\n')
}
