import { claimAnnouncements } from '@paidonce/ledger/outbox/claim-announcements'
import { claimHandedOver } from '@paidonce/ledger/outbox/claim-handed-over'
import { finishAnnouncements } from '@paidonce/ledger/outbox/finish-announcements'
import { handBack } from '@paidonce/ledger/outbox/hand-back'
import type { Ledger } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'
import type { Announcement } from '@paidonce/shared/outbox-jobs'
import { announcementJobId } from '@paidonce/shared/queues'
import type { OutboxQueue } from '../redis/outbox-queues.ts'
import type { Outbox } from './outbox.ts'

/** A fulfilment waits for the lines of what was bought, `waitMs` at most. */
export const announcementsOutbox = (ledger: Ledger, queue: OutboxQueue, waitMs: number): Outbox => ({
  queue,
  claim: async limit => {
    const rows = await run(ledger, claimAnnouncements(limit, waitMs))
    return rows.map(({ id, kind, at, account, order, data }) => {
      const announcement: Announcement = { id, version: 1, kind, at: at.toISOString(), account, order, data }
      return { id, jobId: announcementJobId(id), name: kind, data: announcement }
    })
  },
  claimHandedOver: async (olderThanMs, limit) =>
    (await run(ledger, claimHandedOver('announcements', olderThanMs, limit))).map(({ id }) => ({
      id,
      jobId: announcementJobId(id)
    })),
  stateOf: queue.stateOf,
  handBack: ids => run(ledger, handBack('announcements', ids)),
  finish: ids => run(ledger, finishAnnouncements(ids))
})
