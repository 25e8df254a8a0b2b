import type { Queue } from 'bullmq'
import type { Redis } from 'ioredis'
import type { JobsReport, QueueReport } from '../operations/overview/report.ts'
import { type OpenQueues, usedQueues } from './open-queues.ts'

/** How many jobs wait, run, come again later or are failed, and how long the oldest waits. Throws what Redis says. */
export async function countJobs(redis: Redis, queues: OpenQueues): Promise<JobsReport> {
  const events = await usedQueues(redis, queues)
  const [letters, announcements, ...all] = await Promise.all(
    [queues.letters, queues.announcements, ...events].map(countIn)
  )
  return {
    events: all.reduce(together),
    letters: letters as QueueReport,
    announcements: announcements as QueueReport
  }
}

async function countIn(queue: Queue): Promise<QueueReport> {
  const [isPaused, counts] = await Promise.all([
    queue.isPaused(),
    queue.getJobCounts('waiting', 'active', 'delayed', 'failed')
  ])
  const { waiting = 0, active = 0, delayed = 0, failed = 0 } = counts
  const [oldest] = waiting > 0 ? await queue.getJobs(['waiting'], 0, 0, true) : []
  const paused = isPaused ? [queue.name] : []
  return { waiting, active, delayed, failed, oldestMs: oldest?.timestamp ?? null, paused }
}

const together = (one: QueueReport, other: QueueReport): QueueReport => ({
  waiting: one.waiting + other.waiting,
  active: one.active + other.active,
  delayed: one.delayed + other.delayed,
  failed: one.failed + other.failed,
  paused: [...one.paused, ...other.paused],
  oldestMs: [one.oldestMs, other.oldestMs].reduce((a, b) =>
    a === null ? b : b === null ? a : Math.min(a, b)
  )
})
