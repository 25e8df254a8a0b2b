import { openQueueCounts } from '@paidonce/stripe-twin/redis/queue-counts'
import { countOpen, type OpenRows } from '../postgres/count-open.ts'
import { openLettersInHaste } from '../redis/letters-in-haste.ts'

type DrainOptions = Readonly<{
  databaseUrl: string
  redisUrl: string
  withinMs: number
  sleep: (ms: number) => Promise<void>
  now: () => number
  onLook: (open: Open) => void
}>

export type Open = OpenRows & Readonly<{ events: number; letterJobs: number; failed: number }>

const LOOK_EVERY_MS = 500

/** Nothing between two places can be overlooked twice. */
const STILL_LOOKS = 2

/** Waits until nothing is on its way any more. Gives how long that took, or undefined if it did not come to an end in time. */
export async function drain(options: DrainOptions): Promise<number | undefined> {
  const { databaseUrl, redisUrl, withinMs, sleep, now, onLook } = options
  const begun = now()
  const queues = await openQueueCounts(redisUrl)
  const letters = openLettersInHaste(redisUrl)
  try {
    for (let still = 0; now() - begun < withinMs; await sleep(LOOK_EVERY_MS)) {
      const { events, letters: letterJobs, failed } = await queues.countQueues()
      const open = { ...(await countOpen(databaseUrl)), events, letterJobs, failed }
      onLook(open)
      still = isStill(open) ? still + 1 : 0
      if (still === STILL_LOOKS) return now() - begun
      if (areOnlyLettersLeft(open)) await letters.hurry()
    }
    return undefined
  } finally {
    await queues.close()
    await letters.close()
  }
}

const areOnlyLettersLeft = ({ announcements, orders, events }: Open) => announcements + orders + events === 0

const isStill = ({ letters, announcements, orders, events, letterJobs }: Open) =>
  letters + announcements + orders + events + letterJobs === 0
