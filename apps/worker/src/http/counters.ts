import { Counter, Gauge, Registry } from 'prom-client'

/** `isHolding`: whether work waits for PostgreSQL. */
export function createCounters(isHolding: () => boolean) {
  const registry = new Registry()
  const registers = [registry]
  const labelNames = ['queue', 'outcome'] as const
  const jobs = new Counter({
    name: 'paidonce_jobs_total',
    help: 'Tries of jobs by queue and by how they ended; a failed try may be followed by another',
    labelNames,
    registers
  })
  const operationsMails = new Counter({
    name: 'paidonce_operations_mails_total',
    help: 'Tries to send a mail to operations, by how they ended',
    labelNames: ['outcome'] as const,
    registers
  })
  new Gauge({
    name: 'paidonce_holding',
    help: '1 while work waits for PostgreSQL',
    registers,
    collect() {
      this.set(isHolding() ? 1 : 0)
    }
  })
  return {
    count: (queue: string, outcome: 'completed' | 'failed') => jobs.inc({ queue, outcome }),
    countOperationsMail: (outcome: 'sent' | 'refused') => operationsMails.inc({ outcome }),
    metrics: () => registry.metrics()
  }
}
