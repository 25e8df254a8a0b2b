import { loadOwnFacts } from '@paidonce/core/facts/own-facts'
import { loadExport } from '@paidonce/shared/load-export'
import * as read from '@paidonce/shared/read-environment'
import { z } from 'zod'
import type { Places, Settings } from './examine.ts'

export const webhookUrl = z.url({ protocol: /^https?$/, error: 'must be the https:// URL of the webhook' })

/** What the doctor compares Stripe's endpoints with, wherever it runs. */
export const DoctorSettings = z.object({
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_\S+$/, 'must be a key of Stripe')
    .optional(),
  STRIPE_API_URL: z.url({ protocol: /^https?$/, error: 'must be a URL' }).default('https://api.stripe.com'),
  STRIPE_MODE: read.stripeMode.optional(),
  OWN_FACTS: z.string().optional(),
  WEBHOOK_URL: webhookUrl.optional()
})

type Given = Readonly<z.output<typeof DoctorSettings>>

/** Where Stripe is, if there is a key. */
export const stripePlace = ({ STRIPE_SECRET_KEY: key, STRIPE_API_URL: apiUrl }: Given): Places['stripe'] =>
  key === undefined ? undefined : { key, apiUrl: new URL(apiUrl) }

/** What is compared. Throws UnusableModule. */
export const comparedWith = async (given: Given): Promise<Omit<Settings, 'secrets'>> => ({
  mode: given.STRIPE_MODE,
  webhookUrl: given.WEBHOOK_URL,
  ownTypes: Object.keys(await loadOwnFacts(given.OWN_FACTS, loadExport))
})
