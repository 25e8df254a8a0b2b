import { noteAction } from '@paidonce/ledger/people/note-action'
import type { Ledger } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'
import * as statements from '@paidonce/ledger/users/api-tokens'
import { SpeakingError } from '@paidonce/shared/describe-error'
import { hashOf, newSecret } from './secret.ts'

export class BadToken extends SpeakingError {
  override readonly name = 'BadToken'
  readonly code = 'BAD_TOKEN'
}

const LONGEST_MS = 366 * 86_400_000

type NewToken = Readonly<{ user: string; name: string; forMs: number; by: string }>

/**
 * A token that may do whatever its user may. It is given this once: its hash alone is kept. Undefined if there is no such user.
 * Throws BadToken.
 */
export async function addApiToken(
  ledger: Ledger,
  { user, name, forMs, by }: NewToken
): Promise<Readonly<{ id: string; token: string; until: Date }> | undefined> {
  if (!/^\S(.{0,98}\S)?$/.test(name))
    throw new BadToken('What a token is for is told in 1 to 100 characters.')
  if (!(forMs > 0 && forMs <= LONGEST_MS)) throw new BadToken('A token is good for a year at most.')
  const token = `paidonce_${newSecret()}`
  const action = { who: by, what: `add API token “${name}”`, why: null, about: user }
  const [added] = await noteAction(
    ledger,
    action,
    () => run(ledger, statements.addApiToken({ hash: hashOf(token), user, name, forMs })),
    told
  )
  return added && { ...added, token }
}

/** From now on it lets nobody in. False if there is none. */
export async function revokeApiToken(
  ledger: Ledger,
  { id, by }: Readonly<{ id: string; by: string }>
): Promise<boolean> {
  const action = { who: by, what: `revoke API token ${id}`, why: null }
  const revoked = await noteAction(ledger, action, () => run(ledger, statements.revokeApiToken(id)), told)
  return revoked.length > 0
}

export const listApiTokens = (ledger: Ledger): Promise<statements.ApiToken[]> =>
  run(ledger, statements.listApiTokens())

const told = ([row]: readonly Readonly<{ id: string }>[]) => (row ? `token ${row.id}` : 'nothing to do')
