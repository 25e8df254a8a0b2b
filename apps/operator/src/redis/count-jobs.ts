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
  const {
    waiting = 0,
    active = 0,
    delayed = 0,
    failed = 0
  } = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed')
  const [oldest] = waiting > 0 ? await queue.getJobs(['waiting'], 0, 0, true) : []
  return { waiting, active, delayed, failed, oldestMs: oldest?.timestamp ?? null }
}

const together = (one: QueueReport, other: QueueReport): QueueReport => ({
  waiting: one.waiting + other.waiting,
  active: one.active + other.active,
  delayed: one.delayed + other.delayed,
  failed: one.failed + other.failed,
  oldestMs: [one.oldestMs, other.oldestMs].reduce((a, b) =>
    a === null ? b : b === null ? a : Math.min(a, b)
  )
})
