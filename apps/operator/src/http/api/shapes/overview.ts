import { z } from 'zod'
import { Gaps } from './gaps.ts'
import { listOf, time } from './shared.ts'

const Queue = z.object({
  waiting: z.number(),
  active: z.number(),
  delayed: z.number(),
  failed: z.number(),
  oldestMs: z.number().nullable().meta({ description: 'When the oldest that waits was queued.' }),
  paused: listOf(z.string()).meta({ description: 'Names of its queues that somebody has paused.' })
})

/** How everything stands. `ledger` or `jobs` is null where PostgreSQL or Redis does not answer. */
export const Overview = z.object({
  at: time,
  isWell: z.boolean(),
  findings: listOf(
    z.object({ tone: z.enum(['bad', 'wait']), sentence: z.string(), url: z.string().nullable() })
  ),
  ledger: z
    .object({
      failed: z.number(),
      failing: z.number(),
      review: z.number(),
      lettersOwed: z.number(),
      lettersFailing: z.number(),
      lettersGivenUp: z.number(),
      announcementsOwed: z.number(),
      announcementsLeft: z.number(),
      open: z
        .object({
          dispute_open: z.number(),
          paid_twice_open: z.number(),
          refund_failed_open: z.number(),
          fraud_open: z.number()
        })
        .meta({ description: 'Orders of each mark of which somebody has still to do something.' }),
      p50: z.number().nullable(),
      p99: z.number().nullable(),
      gaps: Gaps.shape.accounts
    })
    .nullable(),
  jobs: z.object({ events: Queue, letters: Queue, announcements: Queue }).nullable()
})
