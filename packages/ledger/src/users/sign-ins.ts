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

type SignIn = Readonly<{ hash: Buffer; name: string; forMs: number }>

/** Also forgets those that are over. */
export const openSignIn = ({ hash, name, forMs }: SignIn): Statement => ({
  name: 'open-sign-in',
  text: `
    with over as (delete from sign_ins where until < now())
    insert into sign_ins (hash, user_name, until) values ($1, $2, now() + $3 * interval '1 ms')`,
  values: [hash, name, forMs]
})

export const closeSignIn = (hash: Buffer): Statement => ({
  name: 'close-sign-in',
  text: 'delete from sign_ins where hash = $1',
  values: [hash]
})
