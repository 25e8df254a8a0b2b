import type pg from 'pg'
import { asLedgerError, LedgerError } from './ledger-error.ts'
import type { Ledger } from './pool.ts'
import type { RowsOf, Statement } from './statement.ts'

type TwoTrips<Read extends readonly Statement[], Result> = Readonly<{
  read: readonly [...Read]
  decide: (rows: RowsOf<Read>) => Readonly<{ result: Result; write: readonly Statement[] }>
}>

/**
 * A whole transaction in two round trips: everything of `read` in one, then what `decide` makes of its rows together
 * with the commit in the other. Resolves once PostgreSQL said COMMIT. Throws LedgerError, or what `decide` threw; then
 * nothing of it happened, unless the connection broke between our commit and its answer.
 */
export async function inTransaction<Read extends readonly Statement[], Result>(
  ledger: Ledger,
  { read, decide }: TwoTrips<Read, Result>
): Promise<Result> {
  const client = await ledger.pool.connect().catch((error: unknown) => Promise.reject(asLedgerError(error)))
  const send = (statement: Statement) => client.query(prepared(statement, ledger.namedStatements))

  try {
    const [, ...results] = await together([client.query('begin'), ...read.map(send)])
    const { result, write } = decide(results.map(({ rows }) => rows) as RowsOf<Read>)
    const answers = await together([...write.map(send), client.query('commit')])
    // PostgreSQL answers the commit of a broken transaction with ROLLBACK, and no error.
    if (answers.at(-1)?.command !== 'COMMIT') throw new LedgerError('40000')
    client.release()
    return result
  } catch (error) {
    client.release(await rollback(client))
    throw error
  }
}

/** One statement, a transaction of its own. Throws LedgerError. */
export async function run<Row>(ledger: Ledger, statement: Statement<Row>): Promise<Row[]> {
  try {
    const { rows } = await ledger.pool.query(prepared(statement, ledger.namedStatements))
    return rows as Row[]
  } catch (error) {
    throw asLedgerError(error)
  }
}

const prepared = ({ name, text, values }: Statement, named: boolean) =>
  named ? { name, text, values: [...values] } : { text, values: [...values] }

const ABORTED_BEFORE = '25P02'

/** Waits for every answer, so that none is left on the line; throws the first cause, not what followed from it. */
async function together(sent: readonly Promise<pg.QueryResult>[]): Promise<pg.QueryResult[]> {
  const answers = await Promise.allSettled(sent)
  const refusals = answers.flatMap(answer =>
    answer.status === 'rejected' ? [asLedgerError(answer.reason)] : []
  )
  const cause = refusals.find(error => error.code !== `SQLSTATE_${ABORTED_BEFORE}`) ?? refusals[0]
  if (cause !== undefined) throw cause
  return answers.flatMap(answer => (answer.status === 'fulfilled' ? [answer.value] : []))
}

/** A connection that cannot even roll back is broken: it is destroyed, and the first error is kept. */
const rollback = (client: pg.PoolClient): Promise<Error | undefined> =>
  client.query('rollback').then(
    () => undefined,
    (error: Error) => error
  )
