import pg from 'pg'

export type OpenRows = Readonly<{ letters: number; announcements: number; orders: number; finished: number }>

const TEXT = `
  select (select count(*) from letters where status = 'owed')::integer as letters,
         (select count(*) from announcements where done is null)::integer as announcements,
         (select count(*) from orders where unsettled)::integer as orders,
         (select count(*) from events where finished is not null)::integer as finished`

/** What the database still has to see done, by a connection that is made anew each time: the server may have been killed meanwhile. */
export async function countOpen(databaseUrl: string): Promise<OpenRows> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'paidonce-drill',
    connectionTimeoutMillis: 3_000,
    query_timeout: 10_000
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<OpenRows>(TEXT)
    return rows[0] as OpenRows
  } finally {
    await client.end().catch(() => undefined)
  }
}
