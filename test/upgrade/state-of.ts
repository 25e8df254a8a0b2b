import type { Ledger } from '@paidonce/ledger/pool'

/** How much of a kind the ledger holds, and under which schema. */
export async function stateOf(ledger: Ledger) {
  const count = async (sql: string) =>
    (await ledger.pool.query<{ n: number }>(`select count(*)::int as n from ${sql}`)).rows[0]?.n ?? 0
  const { rows } = await ledger.pool.query<{ name: string }>('select name from migrations order by id')

  return {
    migrations: rows.map(({ name }) => name),
    orders: await count('orders'),
    awaiting: await count(`orders where status = 'awaiting_payment'`),
    unsettled: await count('orders where unsettled'),
    events: await count('events'),
    eventsNotFinished: await count('events where finished is null or failed is not null'),
    fulfilments: await count('fulfilments'),
    lettersOwed: await count(`letters where status = 'owed'`),
    lettersSent: await count(`letters where status = 'sent'`),
    lettersGivenUp: await count(`letters where status = 'given_up'`),
    announcements: await count('announcements'),
    announcementsNotDone: await count('announcements where done is null')
  }
}
