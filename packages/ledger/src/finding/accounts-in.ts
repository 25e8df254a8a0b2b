type Counted = 'orders' | 'payments' | 'events' | 'letters'

/** Where an index leads with the account, these rows are in it. */
const IN_INDEX: Readonly<Record<Counted, string>> = {
  orders: 'true',
  payments: 'true',
  events: 'order_id is not null',
  letters: 'true'
}

/**
 * The accounts that a table has rows of, as an array: one jump through the index for each. So a key of (account, id) is found by
 * its id alone. Most shops have one account.
 */
export const accountsIn = (table: Counted): string => `
  any (array(
    with recursive known as (
      (select account from ${table} where ${IN_INDEX[table]} order by account limit 1)
      union all
      select (select account from ${table} where ${IN_INDEX[table]} and account > known.account order by account limit 1)
      from known where known.account is not null
    )
    select account from known where account is not null
  ))`
