import type { Announcement } from '@paidonce/shared/outbox-jobs'
import type { Statement } from '../statement.ts'

type AnnouncementRow = Omit<Announcement, 'version' | 'at'> & Readonly<{ at: Date }>

/**
 * Takes announcements that nobody handed over yet, oldest first. Two relays never take the same. A fulfilment waits for the
 * lines of what was bought, if they are wanted, but no longer than `waitMs`.
 */
export const claimAnnouncements = (limit: number, waitMs: number): Statement<AnnouncementRow> => ({
  name: 'claim-announcements',
  text: `
    update announcements set handed_over = now()
    where id in (select id from announcements where done is null and handed_over is null
                   and not (kind = 'order.fulfilled' and at > now() - $2 * interval '1 ms' and exists (
                     select from line_item_lists as lists
                     where lists.account = announcements.account and lists.order_id = announcements.order_id
                       and lists.payment_id = announcements.data ->> 'payment'
                       and lists.fetched is null and lists.given_up is null))
                 order by id limit $1 for update skip locked)
    returning id, kind, at, account, order_id as "order", data`,
  values: [limit, waitMs]
})
