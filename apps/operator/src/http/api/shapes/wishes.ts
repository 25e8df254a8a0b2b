import { MOST_ROWS } from '@paidonce/ledger/finding/page'
import { z } from 'zod'

const id = z.string().min(1).max(500).optional()
const word = z.string().max(200).optional()
const moment = z.coerce
  .date({ error: 'is no time by ISO 8601, such as 2026-11-01T08:00:00Z' })
  .optional()
  .meta({ description: 'ISO 8601' })

/** What every list can be asked. */
const common = {
  order: id,
  payment: id,
  account: word.meta({ description: "'' is your own account alone" }),
  since: moment,
  until: moment,
  limit: z.coerce.number().int().min(1).max(MOST_ROWS).optional(),
  after: z.string().max(2_000).optional().meta({ description: 'The `next` of the page before' })
}

const ids = {
  event: id,
  session: id,
  about: id.meta({ description: 'A refund, dispute, fraud warning or review' })
}

/** Addresses are not among them: they would stand in URLs, and so in logs. `POST /api/v1/search` finds by address. */
export const listWish = { ...common, id, word }
export const idsWish = ids

type Wish = Readonly<{ limit?: number | undefined; after?: string | undefined }>

/** A filter, and which page. */
export function filterAndPage<Given extends Wish>({ limit, after, ...filter }: Given) {
  return { filter, page: { limit, after } }
}
