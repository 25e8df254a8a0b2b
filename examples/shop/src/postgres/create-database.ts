import pg from 'pg'

const NO_SUCH_DATABASE = '3D000'

/**
 * Creates the database that the URL names, unless it is there: for trying things out, as your own shop's is there already.
 * Throws NoDatabase when the server does not let us in.
 */
export async function createDatabase(url: string): Promise<void> {
  try {
    await onServer(url, async () => undefined)
  } catch (error) {
    if (codeOf(error) !== NO_SUCH_DATABASE) throw new NoDatabase(codeOf(error))
    const server = new URL(url)
    const name = decodeURIComponent(server.pathname.slice(1))
    server.pathname = '/postgres'
    await onServer(server.href, client => client.query(`create database ${pg.escapeIdentifier(name)}`))
  }
}

async function onServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

const codeOf = (error: unknown) => String((error as { code?: unknown }).code ?? 'unknown')

/** The shop cannot start without its database. */
export class NoDatabase extends Error {
  override readonly name = 'NoDatabase'

  constructor(code: string) {
    super(`the shop's database does not answer or does not let us in (${code}): look at SHOP_DATABASE_URL`)
  }
}
