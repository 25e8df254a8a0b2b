import { isRoomy } from '@paidonce/shared/redis-settings'
import type { Queue } from 'bullmq'
import type { Redis } from 'ioredis'

const LOOK_EVERY_MS = 1_000

type Watched = Readonly<{ redis: Redis; queues: readonly Queue[]; backlogLimit: number }>

/**
 * Watches memory and backlog beside the hot path, from each new connection on. While Redis does not answer the last look
 * at them holds: then the delivery itself fails.
 */
export function watchRoom({ redis, queues, backlogLimit }: Watched) {
  let room = true
  let answered = false
  const look = async () => {
    try {
      const [memory, waiting] = await Promise.all([
        redis.info('memory'),
        Promise.all(queues.map(countWaiting))
      ])
      room = isRoomy(memory) && waiting.reduce((sum, count) => sum + count, 0) < backlogLimit
      answered = true
    } catch {
      answered = false
    }
  }
  redis.on('ready', look)
  const timer = setInterval(look, LOOK_EVERY_MS)
  timer.unref()

  return { isLeft: () => room, isAnswered: () => answered, stop: () => clearInterval(timer) }
}

const countWaiting = (queue: Queue) => queue.getJobCountByTypes('waiting', 'delayed', 'active')
