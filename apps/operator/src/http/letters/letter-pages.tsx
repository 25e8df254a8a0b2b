import type { ShopRules } from '@paidonce/core/letters/letter-content'
import type { Ledger } from '@paidonce/ledger/pool'
import { isAddress } from '@paidonce/shared/address'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { lookAtLetter, type SeenLetter } from '../../operations/letters/look-at-letter.ts'
import { discardLetter, resendLetter, retryLetter } from '../../operations/letters/mend-letter.ts'
import { optional } from '../finding/fields.ts'
import { sendPage } from '../html.ts'
import { readInput } from '../read-input.ts'
import { reason } from '../reason.ts'
import { Refusal } from '../who/refusal.ts'
import { findLetterPages } from './find-letters.tsx'
import { groupForms } from './group-forms.ts'
import { LetterPage } from './letter-page.tsx'
import { letterUrl } from './letter-url.ts'
import { previewPolicy } from './preview-policy.ts'

export type LetterPorts = Readonly<{ ledger: Ledger; shop: ShopRules }>

const Which = z.object({ id: z.string().regex(/^\d{1,18}$/, 'is the number of a letter') })
const Seen = z.object({ round: z.coerce.number().int().min(0) })
const why = reason(300)
const Resend = Seen.extend({
  why,
  address: optional(z.string().trim().max(254).refine(isAddress, 'must be one bare e-mail address'))
})
const Discard = Seen.extend({ why })

export function letterPages(app: FastifyInstance, { ledger, shop }: LetterPorts): void {
  findLetterPages(app, { ledger })
  groupForms(app, { ledger })

  const look = async (request: FastifyRequest): Promise<SeenLetter> => {
    const seen = await lookAtLetter(ledger, readInput(Which, request.params).id, shop)
    if (seen === undefined) throw new Refusal(404, 'NO_LETTER', 'There is no letter with this number.')
    return seen
  }
  const byOf = ({ who }: FastifyRequest) => who?.name ?? ''

  app.get('/letters/:id', { config: { allow: 'viewer' } }, async (request, reply) =>
    sendPage(reply, <LetterPage seen={await look(request)} who={request.who} />)
  )

  app.get('/letters/:id/html', { config: { allow: 'operator' } }, async (request, reply) => {
    const { mail } = await look(request)
    return reply.headers(previewPolicy(shop.shopLogo)).type('text/html; charset=utf-8').send(mail.html)
  })

  const mend = <Shape extends z.ZodType<z.output<typeof Seen>>>(
    verb: string,
    shape: Shape,
    work: (letter: SeenLetter['letter'], given: z.output<Shape>, by: string) => Promise<boolean>
  ) =>
    app.post(`/letters/:id/${verb}`, { config: { allow: 'operator' } }, async (request, reply) => {
      const given = readInput(shape, request.body)
      const { letter } = await look(request)
      const isDone = letter.round === given.round && (await work(letter, given, byOf(request)))
      if (!isDone)
        throw new Refusal(
          409,
          'LETTER_CHANGED',
          'Nothing was done: the letter is being sent at this moment, or it has changed since you looked. Look again.'
        )
      return reply.redirect(letterUrl(letter.id), 303)
    })

  mend('resend', Resend, (letter, given, by) =>
    resendLetter(ledger, letter, { by, why: given.why }, given.address ?? null)
  )
  mend('retry', Seen, (letter, _given, by) => retryLetter(ledger, letter, { by, why: null }))
  mend('discard', Discard, (letter, given, by) => discardLetter(ledger, letter, { by, why: given.why }))
}
