import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { migrate } from '@paidonce/ledger/migrate'
import { startStack } from '@paidonce/local-stack/stack'
import { EVENT_JOB_OPTIONS, eventQueueName } from '@paidonce/shared/queues'
import { Queue } from 'bullmq'
import { sampleEvents } from './sample-events.ts'

/*
 * Events per second of the worker on a full queue, beside BullMQ with an empty processor on the same queue in the same
 * run. The ratio is what counts: the machine is never the same twice.
 */
const EVENTS = Number(process.argv[2] ?? 10_000)
const ROUNDS = 3
const CONCURRENCY = 200
const ROOT = fileURLToPath(new URL('../..', import.meta.url))

const stack = await startStack({ root: ROOT, name: `bench-${process.pid}` })
try {
  await migrate(stack.databaseUrl)
  for (let round = 1; round <= ROUNDS; round++) {
    const empty = await measure(`empty${round}x`, `${ROOT}/bench/dist/empty-worker.js`, [
      stack.redisUrl,
      eventQueueName(0),
      `${CONCURRENCY}`
    ])
    const worker = await measure(`round${round}x`, `${ROOT}/apps/worker/dist/main.js`, [])
    const share = Math.round((100 * worker) / empty)
    process.stdout.write(
      `round ${round}: worker ${worker} events/s, BullMQ alone ${empty} jobs/s (${share} %)\n`
    )
  }
} finally {
  await stack.stop()
  rmSync(stack.dir, { recursive: true, force: true })
}

/** Fills the queue, starts the program, and counts from the first job it completes to the last. */
async function measure(series: string, program: string, args: readonly string[]): Promise<number> {
  const queue = new Queue(eventQueueName(0), {
    connection: { url: stack.redisUrl, maxRetriesPerRequest: null }
  })
  await queue.obliterate({ force: true })
  const jobs = sampleEvents(series, EVENTS).map(data => ({
    name: 'bench',
    data,
    opts: { ...EVENT_JOB_OPTIONS, jobId: data.id }
  }))
  for (let at = 0; at < jobs.length; at += 500) await queue.addBulk(jobs.slice(at, at + 500))

  const child = start(program, args)
  try {
    const left = () => queue.getJobCountByTypes('waiting', 'active')
    while ((await left()) === EVENTS) await wait(5)
    const begun = performance.now()
    const open = await left()
    while ((await left()) > 0) await wait(5)
    return Math.round((open * 1_000) / (performance.now() - begun))
  } finally {
    child.kill('SIGKILL')
    await once(child, 'exit')
    await queue.close()
  }
}

function start(program: string, args: readonly string[]): ChildProcess {
  const env = {
    PATH: process.env.PATH,
    REDIS_URL: stack.redisUrl,
    DATABASE_URL: stack.databaseUrl,
    SMTP_URL: stack.smtpUrl,
    MAIL_FROM: 'Bench <bench@example.com>',
    STRIPE_MODE: 'test',
    CONCURRENCY: `${CONCURRENCY}`
  }
  return spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] })
}
