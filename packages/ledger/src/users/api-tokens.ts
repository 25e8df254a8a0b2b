import type { Statement } from '../statement.ts'
import type { Role } from './user.ts'

/** Whose token this is, if it still holds. */
export const findApiToken = (hash: Buffer): Statement<{ name: string; role: Role }> => ({
  name: 'find-api-token',
  text: `
    select users.name, role from api_tokens join users on users.name = user_name
    where hash = $1 and until > now() and revoked is null and disabled is null`,
  values: [hash]
})

type NewToken = Readonly<{ hash: Buffer; user: string; name: string; forMs: number }>

/** Gives no row if there is no such user. */
export const addApiToken = ({
  hash,
  user,
  name,
  forMs
}: NewToken): Statement<{ id: string; until: Date }> => ({
  name: 'add-api-token',
  text: `
    insert into api_tokens (hash, user_name, name, until)
    select $1, users.name, $3, now() + $4 * interval '1 ms' from users where users.name = $2
    returning id, until`,
  values: [hash, user, name, forMs]
})

export type ApiToken = Readonly<{
  id: string
  user: string
  name: string
  created: Date
  until: Date
  revoked: Date | null
}>

export const listApiTokens = (): Statement<ApiToken> => ({
  name: 'list-api-tokens',
  text: 'select id, user_name as user, name, created, until, revoked from api_tokens order by id',
  values: []
})

/** Gives no row if there is no such token. */
export const revokeApiToken = (id: string): Statement<{ id: string }> => ({
  name: 'revoke-api-token',
  text: 'update api_tokens set revoked = coalesce(revoked, now()) where id = $1 returning id',
  values: [id]
})
