import type { Key } from '@paidonce/ledger/keys'
import type { FoundFulfilment } from '../found.ts'
import { ASKED, askedValues, type OfOrder } from './asked.ts'
import type { Read } from './in-snapshot.ts'

const TEXT = `
  select fulfilments.account, fulfilments.order_id as "orderId", fulfilments.payment_id as payment,
         payments.order_id as "paymentOf", (extract(epoch from fulfilments.at) * 1000)::float8 as at
  from ${ASKED}
  join fulfilments on fulfilments.account = asked.account and fulfilments.order_id = asked.id
  left join payments on payments.account = fulfilments.account and payments.id = fulfilments.payment_id`

export const readFulfilments = (read: Read, keys: readonly Key[]) =>
  read<OfOrder<FoundFulfilment>>(TEXT, askedValues(keys))
