import type { Ledger } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'
import { findApiToken } from '@paidonce/ledger/users/api-tokens'
import type { Role } from '@paidonce/ledger/users/user'
import { hashOf } from './secret.ts'

/** Whose API token this is. */
export async function tokenOwner(
  ledger: Ledger,
  token: string
): Promise<Readonly<{ name: string; role: Role }> | undefined> {
  return (await run(ledger, findApiToken(hashOf(token))))[0]
}
