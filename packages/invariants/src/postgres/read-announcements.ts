import type { Key } from '@paidonce/ledger/keys'
import type { FoundAnnouncement } from '../found.ts'
import { ASKED, askedValues, type OfOrder } from './asked.ts'
import type { Read } from './in-snapshot.ts'

const TEXT = `
  select announcements.account, announcements.order_id as "orderId", announcements.id, announcements.kind,
         announcements.payment_id as about, (extract(epoch from announcements.at) * 1000)::float8 as at,
         (extract(epoch from announcements.done) * 1000)::float8 as done
  from ${ASKED}
  join announcements on announcements.account = asked.account and announcements.order_id = asked.id`

export const readAnnouncements = (read: Read, keys: readonly Key[]) =>
  read<OfOrder<FoundAnnouncement>>(TEXT, askedValues(keys))
