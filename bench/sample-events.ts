import type { EventJob } from '@paidonce/shared/event-job'

/** Of the size of a real Checkout Session's event, 3.4 KB. */
const PADDING = 'x'.repeat(2_700)

/** One paid session each, of an order of its own. Series of different names have nothing in common. */
export function sampleEvents(series: string, count: number): EventJob[] {
  return Array.from({ length: count }, (_, number) => `${series}${number}`).map(n => ({
    id: `evt_bench${n}`,
    receivedAt: new Date().toISOString(),
    how: 'webhook',
    event: {
      id: `evt_bench${n}`,
      object: 'event',
      type: 'checkout.session.completed',
      created: 1_795_000_000,
      livemode: false,
      data: {
        object: {
          id: `cs_test_bench${n}`,
          object: 'checkout.session',
          mode: 'payment',
          payment_status: 'paid',
          payment_intent: `pi_bench${n}`,
          amount_total: 3_000,
          currency: 'eur',
          metadata: { order_id: `bench-${n}`, note: PADDING },
          customer_details: { email: `buyer${n}@example.com`, name: 'Ann Example' },
          locale: 'en'
        }
      }
    }
  }))
}
