import { type Sought, soughtBy } from '@paidonce/core/finding/sought'
import { BadCursor } from '@paidonce/ledger/finding/cursor'
import type { Page, PageWish } from '@paidonce/ledger/finding/page'
import type { FastifyInstance } from 'fastify'
import type { VNode } from 'preact'
import type { z } from 'zod'
import { sendPage } from '../html.ts'
import { readInput } from '../read-input.ts'
import { Refusal } from '../who/refusal.ts'
import { isAllowed, type Who } from '../who/who.ts'
import { listUrl } from './list-url.ts'

/** Whatever a list is asked by, and what the text in its search box turned out to be. */
export type Asked = Readonly<{ text?: string | undefined; after?: string | undefined }>

export type FoundProps<Query, Row, More = unknown> = Readonly<{
  query: Query
  page: Page<Row> & More
  who: Who | null
  /** The answer to a form: it holds an address, which must not come into the page's own. */
  isByForm: boolean
}>

type List<Shape extends z.ZodType<Asked>, Row, More> = Readonly<{
  url: string
  shape: Shape
  find: (query: z.output<Shape>, sought: Sought | undefined, wish: PageWish) => Promise<Page<Row> & More>
  /** Where one row is shown whole. */
  urlOf: (row: Row) => string
  show: (props: FoundProps<z.output<Shape>, Row, More>) => VNode
}>

/**
 * A list with a search box. The box is sent as a form, because people paste e-mail addresses there, and what stands in an
 * address line ends in logs and histories; a search for anything else is then shown at an address of its own.
 */
export function findPages<Shape extends z.ZodType<Asked>, Row, More>(
  app: FastifyInstance,
  { url, shape, find, urlOf, show }: List<Shape, Row, More>
): void {
  const look = (query: z.output<Shape>) =>
    find(query, soughtBy(query.text ?? ''), { limit: 50, after: query.after }).catch(refuseBadCursor)

  app.get(url, { config: { allow: 'viewer' } }, async (request, reply) => {
    const query = readInput(shape, request.query)
    if (holdsAddress(query))
      throw new Refusal(
        400,
        'ADDRESS_IN_URL',
        'An e-mail address goes into the search box, never into a URL.'
      )
    return await sendPage(reply, show({ query, page: await look(query), who: request.who, isByForm: false }))
  })

  app.post(url, { config: { allow: 'viewer' } }, async (request, reply) => {
    const query = readInput(shape, request.body)
    if (soughtBy(query.text ?? '')?.kind === 'email' && !isAllowed('operator', request.who))
      throw new Refusal(403, 'NOT_ALLOWED', 'Only operators may search by e-mail address.')
    const isByForm = holdsAddress(query)
    if (!isByForm && query.text === undefined) return reply.redirect(listUrl(url, query), 303)

    const page = await look(query)
    const [only, ...more] = page.rows
    if (!isByForm && only !== undefined && more.length === 0) return reply.redirect(urlOf(only), 303)
    if (!isByForm) return reply.redirect(listUrl(url, query), 303)
    return await sendPage(reply, show({ query, page, who: request.who, isByForm }))
  })
}

const holdsAddress = ({ text = '' }: Asked) => text.includes('@')

function refuseBadCursor(error: unknown): never {
  if (error instanceof BadCursor)
    throw new Refusal(400, error.code, 'This page of the list is gone. Begin again.')
  throw error
}
