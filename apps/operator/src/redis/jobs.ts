import type { Redis } from 'ioredis'
import type { JobsReport } from '../operations/overview/report.ts'
import { countJobs } from './count-jobs.ts'
import { openQueues } from './open-queues.ts'
import { type QueueBoard, queueBoard } from './queue-board.ts'

/** What the console sees and does of the jobs in Redis. */
export type Jobs = Readonly<{ count: () => Promise<JobsReport>; board: QueueBoard }>

export function openJobs(redis: Redis): Jobs {
  const queues = openQueues(redis)
  return { count: () => countJobs(redis, queues), board: queueBoard(redis, queues) }
}
