import { LETTER_KINDS } from '@paidonce/core/orders/letter-kinds'
import { LETTER_STATUSES } from '@paidonce/ledger/finding/find-letters'
import { z } from 'zod'
import { findLetters } from '../../../operations/finding/find-letters.ts'
import { Refusal } from '../../who/refusal.ts'
import type { Api, ApiPorts } from '../api.tsx'
import { Letter } from '../shapes/letter.ts'
import { pageOf } from '../shapes/shared.ts'
import { filterAndPage, listWish } from '../shapes/wishes.ts'

const { id, word, ...list } = listWish
const Wish = z.strictObject({
  ...list,
  kind: z.enum(LETTER_KINDS).optional(),
  status: z.enum(LETTER_STATUSES).optional(),
  failing: z.stringbool().optional()
})

export function letterRoutes(api: Api, { ledger }: ApiPorts): void {
  api.get(
    '/letters',
    {
      config: { allow: 'viewer' },
      schema: {
        tags: ['Letters'],
        summary: 'Find letters, the newest first',
        querystring: Wish,
        response: { 200: pageOf(Letter) }
      }
    },
    async ({ query }) => {
      const { filter, page } = filterAndPage(query)
      return await findLetters(ledger, filter, page)
    }
  )

  api.get(
    '/letters/:id',
    {
      config: { allow: 'viewer' },
      schema: {
        tags: ['Letters'],
        summary: 'One letter',
        params: z.object({ id: z.string().min(1).max(18) }),
        response: { 200: Letter }
      }
    },
    async ({ params }) => {
      const [letter] = (await findLetters(ledger, { letter: params.id })).rows
      if (letter === undefined) throw new Refusal(404, 'NO_LETTER', 'There is no letter with this number.')
      return letter
    }
  )
}
