import { z } from 'zod'
import { search } from '../../../operations/finding/search.ts'
import type { Api, ApiPorts } from '../api.tsx'
import { Event } from '../shapes/event.ts'
import { Letter } from '../shapes/letter.ts'
import { Order } from '../shapes/order.ts'
import { pageOf } from '../shapes/shared.ts'

const SOUGHT_KINDS = ['event', 'session', 'payment', 'about', 'email', 'order'] as const

export function searchRoutes(api: Api, { ledger }: ApiPorts): void {
  // Changes nothing. It is asked by POST because what is sought may be an address, which must not stand in a URL.
  api.post(
    '/search',
    {
      config: { allow: 'operator' },
      schema: {
        tags: ['Search'],
        summary: 'Look for any id of Stripe, an order or an e-mail address',
        body: z.strictObject({ text: z.string().trim().min(1).max(500) }),
        response: {
          200: z.object({
            sought: z.object({ kind: z.enum(SOUGHT_KINDS), value: z.string() }),
            orders: pageOf(Order),
            events: pageOf(Event),
            letters: pageOf(Letter)
          })
        }
      }
    },
    async ({ body }) => (await search(ledger, body.text)) ?? NOTHING
  )
}

const NONE = { rows: [], next: null }
const NOTHING = { sought: { kind: 'order' as const, value: '' }, orders: NONE, events: NONE, letters: NONE }
