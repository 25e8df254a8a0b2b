import { type LetterJob, readLetterJob } from '@paidonce/shared/outbox-jobs'
import { LETTERS_QUEUE } from '@paidonce/shared/queues'
import type { Worker } from 'bullmq'
import { LETTER_RETRY, retryDelayMs } from '../batches/retry-delay.ts'
import { LetterGivenUp } from '../smtp/deliver-letter.ts'
import { CONNECTIONS } from '../smtp/transport.ts'
import { type ConsumeOptions, consume, NoRetry } from './consume.ts'

type LettersOptions = Pick<ConsumeOptions, 'connection' | 'onError'> &
  Readonly<{ deliver: (letter: LetterJob) => Promise<void> }>

/** Letters → `deliver`. */
export const consumeLetters = ({ deliver, ...options }: LettersOptions): Worker =>
  consume({
    ...options,
    queue: LETTERS_QUEUE,
    concurrency: CONNECTIONS,
    retryDelayMs: attempt => retryDelayMs(attempt, LETTER_RETRY),
    process: async data => {
      try {
        await deliver(readLetterJob(data))
      } catch (error) {
        throw error instanceof LetterGivenUp ? new NoRetry('given up', { cause: error }) : error
      }
    }
  })
