import { noteAction } from '@paidonce/ledger/people/note-action'
import type { Ledger } from '@paidonce/ledger/pool'
import { run } from '@paidonce/ledger/transaction'
import { changeUser as change } from '@paidonce/ledger/users/change-user'
import type { Role, User } from '@paidonce/ledger/users/user'
import * as statements from '@paidonce/ledger/users/users'
import { SpeakingError } from '@paidonce/shared/describe-error'
import { hashPassword, SHORTEST_PASSWORD } from './password.ts'
import { isUserName } from './user-name.ts'

export class BadUser extends SpeakingError {
  override readonly name = 'BadUser'
  readonly code = 'BAD_USER'
}

type NewUser = Readonly<{ name: string; role: Role; password: string; by: string }>

/** False if the name is taken. Throws BadUser if name or password cannot be used. */
export async function addUser(ledger: Ledger, { name, role, password, by }: NewUser): Promise<boolean> {
  if (!isUserName(name))
    throw new BadUser(
      'A name has 1 to 64 letters, digits, dots, dashes or @, and begins with a letter or digit.'
    )
  const hash = await checkedHash(password)
  const action = { who: by, what: `add user as ${role}`, why: null, about: name }
  return await noteAction(
    ledger,
    action,
    async () => (await run(ledger, statements.addUser({ name, role, password: hash }))).length > 0,
    told
  )
}

type Change = Readonly<{
  name: string
  role: Role | undefined
  password: string | undefined
  isDisabled: boolean | undefined
  by: string
}>

/** Changes what is given, signs the user out everywhere, and revokes the tokens of one that is disabled. False if there is none. Throws BadUser if the password cannot be used. */
export async function changeUser(
  ledger: Ledger,
  { name, role, password, isDisabled, by }: Change
): Promise<boolean> {
  const parts = [
    role && `role ${role}`,
    password && 'new password',
    isDisabled !== undefined && (isDisabled ? 'disabled' : 'enabled')
  ].filter(Boolean)
  const changed = {
    name,
    ...(role && { role }),
    ...(password && { password: await checkedHash(password) }),
    ...(isDisabled !== undefined && { isDisabled })
  }
  const action = { who: by, what: `change user: ${parts.join(', ')}`, why: null, about: name }
  return await noteAction(ledger, action, () => change(ledger, changed), told)
}

export const listUsers = (ledger: Ledger): Promise<(User & { last: Date | null })[]> =>
  run(ledger, statements.listUsers())

const told = (isDone: boolean) => (isDone ? 'done' : 'nothing to do')

async function checkedHash(password: string): Promise<string> {
  if (password.length < SHORTEST_PASSWORD || password.length > 1_024)
    throw new BadUser(`A password has at least ${SHORTEST_PASSWORD} characters.`)
  return await hashPassword(password)
}
