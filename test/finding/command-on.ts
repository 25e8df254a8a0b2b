import type { TestContext } from 'node:test'
import { paidonce } from '@paidonce/operator/cli/paidonce'
import { openLedger, ownDatabase } from '../support/own-database.ts'
import { runOperator } from '../support/run-operator.ts'
import { SHOP } from './found-shop.ts'

/** The command, on a ledger of its own. */
export async function commandOn(t: TestContext) {
  const DATABASE_URL = await ownDatabase(t)
  await openLedger(t, DATABASE_URL).pool.query(SHOP)
  return {
    DATABASE_URL,
    say: (line: string) => runOperator(paidonce, line.split(' '), { DATABASE_URL })
  }
}
