import { claimHandedOver } from '@paidonce/ledger/outbox/claim-handed-over'
import { claimLetters } from '@paidonce/ledger/outbox/claim-letters'
import { handBack } from '@paidonce/ledger/outbox/hand-back'
import type { Ledger } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'
import { letterJobId } from '@paidonce/shared/queues'
import type { OutboxQueue } from '../redis/outbox-queues.ts'
import type { Outbox } from './outbox.ts'

export const lettersOutbox = (ledger: Ledger, queue: OutboxQueue): Outbox => ({
  queue,
  claim: async limit => {
    const letters = await run(ledger, claimLetters(limit))
    return letters.map(letter => ({
      id: letter.id,
      jobId: letterJobId(letter),
      name: letter.kind,
      data: letter
    }))
  },
  claimHandedOver: async (olderThanMs, limit) =>
    (await run(ledger, claimHandedOver('letters', olderThanMs, limit))).map(letter => ({
      id: letter.id,
      jobId: letterJobId(letter)
    })),
  stateOf: queue.stateOf,
  handBack: ids => run(ledger, handBack('letters', ids)),
  // Whoever sends a letter says so itself, before its job is complete.
  finish: async () => undefined
})
