import { readLetter } from '@paidonce/ledger/people/read-letter'
import { isAddress } from '@paidonce/shared/address'
import { z } from 'zod'
import { discardLetter, resendLetter, retryLetter } from '../../../operations/letters/mend-letter.ts'
import { reason } from '../../reason.ts'
import { Refusal } from '../../who/refusal.ts'
import type { Api, ApiPorts } from '../api.tsx'

const why = reason(300)
const address = z.string().trim().max(254).refine(isAddress, 'must be one bare e-mail address')

export function mendLetterRoutes(api: Api, { ledger }: ApiPorts): void {
  const look = async (id: string) => {
    const read = await readLetter(ledger, id)
    if (read === undefined) throw new Refusal(404, 'NO_LETTER', 'There is no letter with this number.')
    return read.letter
  }
  type Letter = Awaited<ReturnType<typeof look>>

  const mend = <Body extends z.ZodObject>(
    verb: string,
    summary: string,
    body: Body,
    work: (letter: Letter, given: z.output<Body>, by: string) => Promise<boolean>
  ) =>
    api.post(
      `/letters/:id/${verb}`,
      {
        config: { allow: 'operator' },
        schema: {
          tags: ['Letters'],
          summary,
          params: z.object({ id: z.string().regex(/^\d{1,18}$/, 'is the number of a letter') }),
          body,
          response: { 202: z.object({ done: z.literal(true) }) }
        }
      },
      async ({ params, body: given, who }, reply) => {
        const isDone = await work(await look(params.id), given as z.output<Body>, who?.name ?? '')
        if (!isDone)
          throw new Refusal(409, 'LETTER_CHANGED', 'Nothing was done: it is being sent, or has changed.')
        return reply.code(202).send({ done: true })
      }
    )

  mend(
    'resend',
    'Send it once more, to another address if one is given',
    z.strictObject({ why, address: address.optional() }),
    (letter, given, by) => resendLetter(ledger, letter, { by, why: given.why }, given.address ?? null)
  )
  mend('retry', 'Try to send it now', z.strictObject({ why: why.optional() }), (letter, given, by) =>
    retryLetter(ledger, letter, { by, why: given.why ?? null })
  )
  mend('discard', 'Leave it unsent for good', z.strictObject({ why }), (letter, given, by) =>
    discardLetter(ledger, letter, { by, why: given.why })
  )
}
