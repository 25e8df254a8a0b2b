import { z } from 'zod'
import { MOST_PREVIEWED } from '../../../operations/replay/preview.ts'
import { listOf, time } from './shared.ts'

/** How far a replay has come. What was asked for is left out: it may hold what somebody looked for. */
export const Replay = z.object({
  id: z.string(),
  who: z.string(),
  why: z.string(),
  state: z.enum(['queueing', 'paused', 'working', 'finished', 'aborted']),
  skipsLetters: z.boolean(),
  pace: z.number(),
  created: time,
  aborted: time.nullable(),
  allQueued: time.nullable(),
  total: z.number(),
  queued: z.number(),
  finished: z.number(),
  failed: z.number(),
  leftOut: z.number()
})

/** With its events that did not come to their end, and why. */
export const WholeReplay = Replay.extend({
  trouble: listOf(
    z.object({
      event: z.string(),
      type: z.string().nullable(),
      order: z.string().nullable(),
      why: z.string()
    })
  )
})

const Owed = z.object({ letters: listOf(z.string()), announcements: listOf(z.string()) })

const View = z.object({
  status: z.string(),
  fulfilledBy: z.string().nullable(),
  marks: z.object({
    paidTwice: listOf(z.string()),
    refunded: z.number(),
    refundFailed: listOf(z.string()),
    dispute: z.string().nullable(),
    fraud: listOf(z.string()),
    mismatch: listOf(z.string())
  })
})

/** What a replay would come to. */
export const Preview = z.object({
  total: z.number().meta({ description: 'Events that the replay would read again' }),
  previewed: z.number().meta({
    description: `How many of them, the first, this is about: ${MOST_PREVIEWED} at most. An order with further events may come to something else.`
  }),
  events: z.number().meta({ description: 'Of those previewed: how many can be read again' }),
  changes: listOf(
    z.object({
      account: z.string(),
      order: z.string(),
      before: View.nullable(),
      after: View,
      newly: Owed,
      otherwise: listOf(z.object({ after: View, newly: Owed })).meta({
        description: 'What else it may come to, where that depends on which of its events is settled first.'
      })
    })
  ),
  leftOut: listOf(z.object({ event: z.string(), type: z.string(), code: z.string() }))
})
