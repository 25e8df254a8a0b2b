import { Counter, Registry } from 'prom-client'

/** Deliveries by what became of them: `queued`, the reason of an ignored one, the code of a refused one. */
export function createCounters() {
  const registry = new Registry()
  const deliveries = new Counter({
    name: 'paidonce_deliveries_total',
    help: 'Deliveries by what became of them',
    labelNames: ['outcome'],
    registers: [registry]
  })
  return { count: (outcome: string) => deliveries.inc({ outcome }), metrics: () => registry.metrics() }
}
