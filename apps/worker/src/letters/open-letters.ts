import { shopRules } from '@paidonce/core/letters/shop-rules'
import { type CheckRules, checkLetter } from '@paidonce/ledger/outbox/check-letter'
import { finishLetter } from '@paidonce/ledger/outbox/finish-letter'
import type { Ledger } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'
import type { Closer } from '@paidonce/shared/closer'
import type { createLedgerHold } from '../batches/ledger-hold.ts'
import type { WorkerConfig } from '../config.ts'
import type { connectRedis } from '../redis/connection.ts'
import { consumeLetters } from '../redis/consume-letters.ts'
import { createDeliverLetter } from '../smtp/deliver-letter.ts'
import { messageIdOf } from '../smtp/message-id.ts'
import { createMailer } from '../smtp/transport.ts'

type Parts = Readonly<{
  config: WorkerConfig
  redis: ReturnType<typeof connectRedis>
  ledger: Ledger
  rules: CheckRules
  hold: ReturnType<typeof createLedgerHold>['hold']
  closer: Closer
  onError: (error: unknown) => void
}>

/** The consumer of letters, not running yet: each is looked at once more, sent, and the outcome noted. */
export function openLetters({ config, redis, ledger, rules, hold, closer, onError }: Parts) {
  const mailer = createMailer({
    url: config.SMTP_URL,
    from: config.MAIL_FROM,
    replyTo: config.MAIL_REPLY_TO
  })
  closer.onClose('smtp', mailer.close)
  return consumeLetters({
    connection: redis,
    deliver: createDeliverLetter({
      shop: shopRules(config),
      retryForMs: config.LETTER_RETRY_FOR,
      check: letter => hold(() => checkLetter(ledger, rules, letter)),
      send: mailer.send,
      finish: outcome => hold(() => run(ledger, finishLetter(outcome))),
      messageIdOf: letter => messageIdOf(letter, config.MAIL_FROM),
      now: () => new Date()
    }),
    onError
  })
}
