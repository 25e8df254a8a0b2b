import type { Announcement } from '@paidonce/shared/outbox-jobs'
import type { Statement } from '../statement.ts'

type AnnouncementRow = Omit<Announcement, 'version' | 'at'> & Readonly<{ at: Date }>

/** Takes announcements that nobody handed over yet, oldest first. Two relays never take the same. */
export const claimAnnouncements = (limit: number): Statement<AnnouncementRow> => ({
  name: 'claim-announcements',
  text: `
    update announcements set handed_over = now()
    where id in (select id from announcements where done is null and handed_over is null
                 order by id limit $1 for update skip locked)
    returning id, kind, at, account, order_id as "order", data`,
  values: [limit]
})
