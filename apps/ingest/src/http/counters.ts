import type { SignatureCause } from '@paidonce/shared/signature-notes'
import { Counter, Registry } from 'prom-client'

/**
 * Deliveries by what became of them: `queued`, the reason of an ignored one, the code of a refused one. Those whose signature did
 * not do are counted a second time, by cause.
 */
export function createCounters() {
  const registry = new Registry()
  const deliveries = new Counter({
    name: 'paidonce_deliveries_total',
    help: 'Deliveries by what became of them',
    labelNames: ['outcome'],
    registers: [registry]
  })
  const signatureFailures = new Counter({
    name: 'paidonce_signature_failures_total',
    help: 'Deliveries whose signature did not do, by cause',
    labelNames: ['cause'],
    registers: [registry]
  })
  return {
    count: (outcome: string) => deliveries.inc({ outcome }),
    countSignatureFailure: (cause: SignatureCause) => signatureFailures.inc({ cause }),
    metrics: () => registry.metrics()
  }
}
