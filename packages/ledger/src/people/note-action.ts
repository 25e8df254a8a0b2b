import type { Ledger } from '../pool.ts'
import type { Statement } from '../statement.ts'
import { run } from '../transaction.ts'

/** Something that a person changes. `about`: the event, letter, replay or job concerned. */
export type Action = Readonly<{
  who: string
  what: string
  why: string | null
  account?: string
  order?: string | null
  about?: string | null
}>

/**
 * Does what a person asked for, and writes down who, what and why before it is done, and what came of it afterwards. A
 * result that stays null is not known: whoever did it died on the way, or the ledger was away when it was to be told. Throws what
 * `work` throws, and LedgerError if nothing was done because it could not be written down.
 */
export async function noteAction<T>(
  ledger: Ledger,
  action: Action,
  work: () => Promise<T>,
  resultOf: (done: T) => string
): Promise<T> {
  const [noted] = await run(ledger, openAction(action))
  const id = (noted as { id: string }).id
  // What is done stays done, and what failed keeps its cause, whether or not it can be told.
  const tell = (result: string) => run(ledger, closeAction(id, result)).catch(() => undefined)
  const done = await work().catch(async (error: unknown) => {
    await tell('failed')
    throw error
  })
  await tell(resultOf(done))
  return done
}

const openAction = ({ who, what, why, account, order, about }: Action): Statement<{ id: string }> => ({
  name: 'open-action',
  text: `
    insert into operator_actions (who, what, why, account, order_id, about)
    values ($1, $2, $3, $4, $5, $6) returning id`,
  values: [who, what, why, account ?? '', order ?? null, about ?? null]
})

const closeAction = (id: string, result: string): Statement => ({
  name: 'close-action',
  text: 'update operator_actions set result = $2, finished = clock_timestamp() where id = $1',
  values: [id, result]
})
