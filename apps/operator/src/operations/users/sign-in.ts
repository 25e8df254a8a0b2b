import type { Ledger } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'
import { closeSignIn, findSignIn, openSignIn } from '@paidonce/ledger/users/sign-ins'
import type { Role } from '@paidonce/ledger/users/user'
import { passwordOf } from '@paidonce/ledger/users/users'
import { isPassword } from './password.ts'
import { hashOf, newSecret } from './secret.ts'
import { isUserName } from './user-name.ts'

/** A working day; then one signs in again. */
export const SIGNED_IN_FOR_MS = 12 * 3_600_000

type Given = Readonly<{ name: string; password: string }>

/** A secret for the browser's cookie, a new one each time; undefined if there is no such user with that password. */
export async function signIn(ledger: Ledger, { name, password }: Given): Promise<string | undefined> {
  const [user] = isUserName(name) ? await run(ledger, passwordOf(name)) : []
  if (!(await isPassword(password, user?.password)) || user === undefined) return undefined
  const secret = newSecret()
  const signIn = { hash: hashOf(secret), name, password: user.password, forMs: SIGNED_IN_FOR_MS }
  const [opened] = await run(ledger, openSignIn(signIn))
  return opened && secret
}

/** Who is signed in with this secret. */
export async function whoIs(
  ledger: Ledger,
  secret: string
): Promise<Readonly<{ name: string; role: Role }> | undefined> {
  return (await run(ledger, findSignIn(hashOf(secret))))[0]
}

export const signOut = (ledger: Ledger, secret: string): Promise<unknown> =>
  run(ledger, closeSignIn(hashOf(secret)))
