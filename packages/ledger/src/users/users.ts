import type { Statement } from '../statement.ts'
import type { Role, User } from './user.ts'

type NewUser = Readonly<{ name: string; role: Role; password: string }>

/** Gives no row if the name is taken. `password` is a hash. */
export const addUser = ({ name, role, password }: NewUser): Statement<{ name: string }> => ({
  name: 'add-user',
  text: 'insert into users (name, role, password) values ($1, $2, $3) on conflict do nothing returning name',
  values: [name, role, password]
})

export const listUsers = (): Statement<User & { last: Date | null }> => ({
  name: 'list-users',
  text: `
    select name, role, created, disabled, (select max(at) from sign_ins where user_name = name) as last
    from users order by name`,
  values: []
})

/** Of one that may sign in: the hash to compare a password with. */
export const passwordOf = (name: string): Statement<{ password: string }> => ({
  name: 'password-of',
  text: 'select password from users where name = $1 and disabled is null',
  values: [name]
})
