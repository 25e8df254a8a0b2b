import type { FactsTable, ReadingRules } from '@paidonce/core/facts/reading'
import { FACTS, isActedOn } from '@paidonce/core/facts/table'
import type { SettleRules } from '@paidonce/core/orders/settle'
import type { Accepted, FoundQueue } from './found.ts'
import { eachAcceptedEventIsFinished } from './judge/each-accepted-event-is-finished.ts'
import { eachCompletedJobIsInTheLedger, eventIdOf } from './judge/each-completed-job-is-in-the-ledger.ts'
import { eachEventCameToAnEnd } from './judge/each-event-of-the-ledger-came-to-an-end.ts'
import {
  eachFailedEventIsShown,
  eachFailedLetterIsShown,
  letterIdOf
} from './judge/each-failed-job-is-shown.ts'
import { eachFinishedEventToldItsFacts } from './judge/each-finished-event-told-its-facts.ts'
import { noPaymentFulfilsTwoOrders } from './judge/each-order-is-fulfilled-at-most-once.ts'
import { eachUnfinishedEventHasAJob, isUnfinished } from './judge/each-unfinished-event-has-a-job.ts'
import { judgeOrder } from './judge/judge-order.ts'
import { noJobIsLeft } from './judge/no-job-is-left.ts'
import { nothingIsAstray } from './judge/nothing-is-astray.ts'
import { gatherOrders } from './postgres/gather-orders.ts'
import { inSnapshot, type Read } from './postgres/in-snapshot.ts'
import { cut, pages } from './postgres/pages.ts'
import { readEndedLetters } from './postgres/read-ended-letters.ts'
import { readEvents } from './postgres/read-events.ts'
import { readKnownEvents } from './postgres/read-known-events.ts'
import { readOrders } from './postgres/read-orders.ts'
import { readSharedPayments } from './postgres/read-shared-payments.ts'
import { readStrays } from './postgres/read-strays.ts'
import { readGone } from './redis/read-gone.ts'
import { readQueues } from './redis/read-queues.ts'
import { createTally, type Report, type Tally } from './tally.ts'

export type CheckOptions = Readonly<{
  databaseUrl: string
  redisUrl: string
  rules: SettleRules & ReadingRules
  /** The shop's own readings, if it has any; as the workers have them. */
  ownFacts?: FactsTable
  /** True for a run in which nothing is on its way any more; a running system is judged with more patience. */
  drained: boolean
  /** What the sender got a 200 for, if somebody knows. */
  accepted?: readonly Accepted[]
  /** By the clock of the database, roughly. */
  now: number
  /** How many violations of each invariant are named; 50 if not given. All are counted. */
  kept?: number
}>

/**
 * Asks the database and Redis whether everything holds that is promised. Reads only, and changes nothing. Throws when one
 * of them cannot be read.
 */
export async function checkInvariants(options: CheckOptions): Promise<Report> {
  const tally = createTally(options)
  // Redis first: what has left its queues by now was committed before, and the snapshot shows it.
  const queues = await readQueues(options.redisUrl)
  await inSnapshot(options.databaseUrl, async read => {
    await checkOrders(read, options, tally)
    await checkEvents(read, options, tally)
    await checkQueues(read, queues, tally)
  })
  return tally.report()
}

async function checkOrders(read: Read, { rules }: CheckOptions, tally: Tally): Promise<void> {
  for await (const page of pages(readOrders(read))) {
    const orders = await gatherOrders(read, page)
    tally.saw('orders', orders.length)
    for (const order of orders) tally.add(judgeOrder(order, rules))
  }
  tally.add(noPaymentFulfilsTwoOrders(await readSharedPayments(read)))
  tally.add(nothingIsAstray(await readStrays(read)))
}

async function checkEvents(
  read: Read,
  { rules, ownFacts, redisUrl, accepted = [] }: CheckOptions,
  tally: Tally
): Promise<void> {
  const table = { ...FACTS, ...ownFacts }
  for await (const page of pages(readEvents(read))) {
    tally.saw('events', page.length)
    tally.add(eachEventCameToAnEnd(page))
    tally.add(eachFinishedEventToldItsFacts(page, table, rules))
    const unfinished = page.filter(isUnfinished).map(({ id }) => id)
    if (unfinished.length > 0)
      tally.add(eachUnfinishedEventHasAJob(page, await readGone(redisUrl, unfinished)))
  }
  const ours = accepted.filter(({ type }) => isActedOn(table, type)).map(({ id }) => id)
  for (const ids of cut(ours)) tally.add(eachAcceptedEventIsFinished(ids, await readKnownEvents(read, ids)))
}

async function checkQueues(read: Read, queues: readonly FoundQueue[], tally: Tally): Promise<void> {
  for (const queue of queues) {
    tally.saw('jobs', queue.open + queue.failed.length + queue.completed.length)
    tally.add(noJobIsLeft(queue))
    if (queue.kind === 'events') {
      for (const jobs of cut(queue.completed))
        tally.add(eachCompletedJobIsInTheLedger(jobs, await readKnownEvents(read, jobs.map(eventIdOf))))
      for (const jobs of cut(queue.failed))
        tally.add(eachFailedEventIsShown(jobs, await readKnownEvents(read, jobs.map(eventIdOf))))
    }
    if (queue.kind === 'letters') {
      for (const jobs of cut(queue.failed)) {
        const ended = await readEndedLetters(read, jobs.map(letterIdOf))
        tally.add(
          eachFailedLetterIsShown(
            jobs,
            ended.map(({ id }) => id)
          )
        )
      }
    }
  }
}
