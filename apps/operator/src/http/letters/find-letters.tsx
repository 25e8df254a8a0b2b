import { LETTER_KINDS } from '@paidonce/core/orders/letter-kinds'
import { LETTER_STATUSES } from '@paidonce/ledger/finding/find-letters'
import type { Ledger } from '@paidonce/ledger/pool'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { findLetters } from '../../operations/finding/find-letters.ts'
import { filtersOf } from '../../operations/finding/search.ts'
import { lettersInTrouble } from '../../operations/letters/letters-in-trouble.ts'
import { ANY_LIST, optional, timesOf } from '../finding/fields.ts'
import { findPages } from '../finding/find-pages.ts'
import { letterUrl } from './letter-url.ts'
import { LettersPage } from './letters-page.tsx'

const Query = z.object({
  ...ANY_LIST,
  status: optional(z.enum(LETTER_STATUSES)),
  kind: optional(z.enum(LETTER_KINDS)),
  failing: optional(z.literal('yes'))
})

export type LettersQuery = z.output<typeof Query>

const NONE = { rows: [], next: null }

export const findLetterPages = (app: FastifyInstance, { ledger }: Readonly<{ ledger: Ledger }>): void =>
  findPages(app, {
    url: '/letters',
    shape: Query,
    find: async ({ account, status, kind, failing, ...times }, sought, wish) => {
      const named = sought && filtersOf(sought).letters
      const [page, groups] = await Promise.all([
        sought !== undefined && named === undefined
          ? NONE
          : findLetters(
              ledger,
              {
                account,
                status,
                kind,
                ...(failing && { failing: true }),
                ...timesOf(times),
                ...named
              },
              wish
            ),
        lettersInTrouble(ledger)
      ])
      return { ...page, groups }
    },
    urlOf: ({ id }) => letterUrl(id),
    show: props => <LettersPage {...props} />
  })
