import type { Fact } from '@paidonce/core/facts/fact'
import type { Key } from '@paidonce/ledger/keys'
import { ASKED, askedValues, type OfOrder } from './asked.ts'
import type { Read } from './in-snapshot.ts'

// Written anew, not taken from the settling transaction, whose own reading is among what is judged here.
const TEXT = `
  select asked.account, asked.id as "orderId",
         json_build_object('kind', facts.kind, 'payment', facts.payment_id, 'order', facts.order_id, 'value', facts.value) as fact
  from ${ASKED}
  join payments on payments.account = asked.account and payments.order_id = asked.id
  join facts on facts.account = payments.account and facts.payment_id = payments.id
  where facts.payment_id <> ''
  union all
  select asked.account, asked.id,
         json_build_object('kind', facts.kind, 'payment', '', 'order', facts.order_id, 'value', facts.value)
  from ${ASKED}
  join facts on facts.account = asked.account and facts.order_id = asked.id and facts.payment_id = ''`

export const readFacts = (read: Read, keys: readonly Key[]) =>
  read<OfOrder<{ fact: Fact }>>(TEXT, askedValues(keys))
