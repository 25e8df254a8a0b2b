import type { Ledger } from '../pool.ts'
import type { Statement } from '../statement.ts'
import { inTransaction } from '../transaction.ts'
import type { Role } from './user.ts'

type Change = Readonly<{ name: string; role?: Role; password?: string; isDisabled?: boolean }>

/**
 * Changes what is given, and signs the user out everywhere: a new password, another role or none at all holds from now on.
 * The tokens of one that is disabled are revoked. The user is locked first: whoever signs in at this moment either comes
 * before, and is signed out, or sees the change. False if there is no such user. Throws LedgerError.
 */
export const changeUser = (ledger: Ledger, change: Change): Promise<boolean> =>
  inTransaction(ledger, {
    read: [lockUser(change)],
    decide: ([[user]]) => ({
      result: user !== undefined,
      write:
        user === undefined
          ? []
          : [updateUser(change), signOut(change), ...(change.isDisabled ? [revokeTokens(change)] : [])]
    })
  })

const lockUser = ({ name }: Change): Statement<{ name: string }> => ({
  name: 'lock-user',
  text: 'select name from users where name = $1 for update',
  values: [name]
})

const updateUser = ({ name, role, password, isDisabled }: Change): Statement => ({
  name: 'update-user',
  text: `
    update users set role = coalesce($2, role), password = coalesce($3, password),
      disabled = case when $4 then coalesce(disabled, now()) when not $4 then null else disabled end
    where name = $1`,
  values: [name, role ?? null, password ?? null, isDisabled ?? null]
})

const signOut = ({ name }: Change): Statement => ({
  name: 'sign-out-everywhere',
  text: 'delete from sign_ins where user_name = $1',
  values: [name]
})

const revokeTokens = ({ name }: Change): Statement => ({
  name: 'revoke-tokens',
  text: 'update api_tokens set revoked = now() where user_name = $1 and revoked is null',
  values: [name]
})
