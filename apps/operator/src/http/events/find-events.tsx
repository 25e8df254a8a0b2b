import { EVENT_STATES } from '@paidonce/ledger/finding/find-events'
import type { Ledger } from '@paidonce/ledger/pool'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { findEvents } from '../../operations/finding/find-events.ts'
import { filtersOf } from '../../operations/finding/search.ts'
import { ANY_LIST, optional, timesOf } from '../finding/fields.ts'
import { findPages } from '../finding/find-pages.ts'
import { eventUrl } from './event-url.ts'
import { EventsPage } from './events-page.tsx'

const short = optional(z.string().trim().max(200))

const Query = z.object({
  ...ANY_LIST,
  type: short,
  state: optional(z.enum(EVENT_STATES)),
  error: short,
  codeVersion: short
})

export type EventsQuery = z.output<typeof Query>

export const findEventPages = (app: FastifyInstance, { ledger }: Readonly<{ ledger: Ledger }>): void =>
  findPages(app, {
    url: '/events',
    shape: Query,
    find: ({ account, type, state, error, codeVersion, ...times }, sought, wish) =>
      findEvents(
        ledger,
        {
          ...{ account, type, state, error, codeVersion },
          ...timesOf(times),
          ...(sought && filtersOf(sought).events)
        },
        wish
      ),
    urlOf: ({ id }) => eventUrl(id),
    show: props => <EventsPage {...props} />
  })
