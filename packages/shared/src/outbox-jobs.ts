import { z } from 'zod'
import type { LineItem } from './line-item.ts'

/** A letter on its way: whom to, and what it says, is looked up just before it is sent. */
export type LetterJob = Readonly<z.output<typeof LetterJobSchema>>

const LetterJobSchema = z.object({
  id: z.string().regex(/^\d+$/),
  account: z.string(),
  order: z.string(),
  payment: z.string(),
  kind: z.enum(['payment_failed', 'payment_declined', 'refunded']),
  /** Which of the jobs of this letter: only the newest sends. */
  round: z.int().min(0).default(0),
  /** Which mail of this letter: one that a person wants once more is another. */
  sending: z.int().min(0).default(0)
})

/** Throws on data that another program or release wrote and that is not a letter. */
export const readLetterJob = (data: unknown): LetterJob => LetterJobSchema.parse(data)

/** What an announcement says. Amounts are minor units. Ids, reasons and outcomes are Stripe's. */
export type AnnouncementData = Readonly<{
  payment: string | null
  amount: number | null
  currency: string | null
  /** What the money guard objects to. */
  reasons?: readonly string[]
  /** Minor units of the payment gone back so far. */
  refunded?: number
  refund?: string
  dispute?: string
  reason?: string | null
  outcome?: string | null
  warning?: string
  review?: string
  /** What was bought, where Stripe could be asked. */
  items?: readonly LineItem[]
}>

/**
 * What the shop's own code gets on the announcements queue. It may come twice: `id` tells a repetition by.
 * `version` is raised when a field changes its meaning; new fields may come at any time.
 */
export type Announcement = Readonly<{
  id: string
  version: 1
  kind: string
  /** ISO 8601 */
  at: string
  /** The connected account, '' for one's own. */
  account: string
  order: string
  data: AnnouncementData
}>
