import type { Key } from '@paidonce/ledger/keys'
import type { FoundLetter } from '../found.ts'
import { ASKED, askedValues, type OfOrder } from './asked.ts'
import type { Read } from './in-snapshot.ts'

const TEXT = `
  select letters.account, letters.order_id as "orderId", letters.id, letters.payment_id as payment, letters.kind,
         letters.status, (extract(epoch from letters.owed) * 1000)::float8 as owed,
         (extract(epoch from letters.checked) * 1000)::float8 as checked
  from ${ASKED}
  join letters on letters.account = asked.account and letters.order_id = asked.id`

export const readLetters = (read: Read, keys: readonly Key[]) =>
  read<OfOrder<FoundLetter>>(TEXT, askedValues(keys))
