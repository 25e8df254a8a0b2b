import { letterContent, type ShopRules } from '@paidonce/core/letters/letter-content'
import { renderLetter } from '@paidonce/core/letters/render-letter'
import type { CheckedLetter } from '@paidonce/ledger/outbox/check-letter'
import type { LetterOutcome } from '@paidonce/ledger/outbox/finish-letter'
import { SpeakingError } from '@paidonce/shared/describe-error'
import type { LetterJob } from '@paidonce/shared/outbox-jobs'
import type { Mail } from './transport.ts'
import { type MailVerdict, mailVerdict } from './verdict.ts'

type Ports = Readonly<{
  shop: ShopRules
  retryForMs: number
  /** The last look: undefined when there is nothing to send any more. */
  check: (letter: LetterJob) => Promise<CheckedLetter | undefined>
  send: (mail: Mail) => Promise<void>
  finish: (outcome: LetterOutcome) => Promise<unknown>
  messageIdOf: (letter: LetterJob) => string
  now: () => Date
}>

/**
 * Looks once more, sends, and says what became of it. A death between sending and saying sends it again, under the same Message-ID.
 * Throws LetterWaits when it is to be tried again, LetterGivenUp when not.
 */
export const createDeliverLetter =
  ({ shop, retryForMs, check, send, finish, messageIdOf, now }: Ports) =>
  async (letter: LetterJob): Promise<void> => {
    const look = await check(letter)
    if (look === undefined) return

    const { to: own, content } = letterContent(letter, look.facts, shop)
    const to = look.address ?? own
    const outcome = {
      id: letter.id,
      round: letter.round,
      checked: look.checked,
      recipient: to,
      locale: content.locale
    }
    const failed =
      to === null ? NO_ADDRESS : await sent({ to, messageId: messageIdOf(letter), ...renderLetter(content) })
    if (failed === undefined) {
      await finish({ ...outcome, status: 'sent', reason: null })
      return
    }

    const isOver = now().getTime() - look.owed.getTime() > retryForMs
    const givesUp = failed.verdict === 'give_up' || isOver
    await finish({ ...outcome, status: givesUp ? 'given_up' : 'owed', reason: failed.reason })
    throw givesUp ? new LetterGivenUp(failed.reason) : new LetterWaits(failed.reason)

    function sent(mail: Mail): Promise<MailVerdict | undefined> {
      return send(mail).then(() => undefined, mailVerdict)
    }
  }

const NO_ADDRESS: MailVerdict = { verdict: 'give_up', reason: 'no address is known' }

/** It is tried again later. */
export class LetterWaits extends SpeakingError {
  override readonly name = 'LetterWaits'
  readonly code = 'LETTER_WAITS'
}

/** It will not be sent. The letter's row says why. */
export class LetterGivenUp extends SpeakingError {
  override readonly name = 'LetterGivenUp'
  readonly code = 'LETTER_GIVEN_UP'
}
