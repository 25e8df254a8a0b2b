import type { Statement } from '../statement.ts'
import type { Role } from './user.ts'

/** Who is signed in with a cookie of this hash, and may still be. */
export const findSignIn = (hash: Buffer): Statement<{ name: string; role: Role }> => ({
  name: 'find-sign-in',
  text: `
    select name, role from sign_ins join users on name = user_name
    where hash = $1 and until > now() and disabled is null`,
  values: [hash]
})

type SignIn = Readonly<{ hash: Buffer; name: string; password: string; forMs: number }>

/**
 * Also forgets those that are over. `password` is the hash that was compared with: gives no row if it, or the user, is not
 * good any more. The lock waits for whoever is changing that at this moment.
 */
export const openSignIn = ({ hash, name, password, forMs }: SignIn): Statement<{ name: string }> => ({
  name: 'open-sign-in',
  text: `
    with over as (delete from sign_ins where until < now()),
    admitted as (select name from users where name = $2 and password = $3 and disabled is null for share)
    insert into sign_ins (hash, user_name, until)
    select $1, name, now() + $4 * interval '1 ms' from admitted
    returning user_name as name`,
  values: [hash, name, password, forMs]
})

export const closeSignIn = (hash: Buffer): Statement => ({
  name: 'close-sign-in',
  text: 'delete from sign_ins where hash = $1',
  values: [hash]
})
