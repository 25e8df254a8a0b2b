import type { Role } from '@paidonce/ledger/users/user'
import type { FastifyRequest } from 'fastify'
import { formTokenOf } from '../../operations/users/secret.ts'
import { readSecret } from './cookie.ts'
import type { Who } from './who.ts'

type Known = Readonly<{ name: string; role: Role }>

type Ports = Readonly<{
  bySecret: (secret: string) => Promise<Known | undefined>
  byToken: (token: string) => Promise<Known | undefined>
}>

/** By an API token if there is one, else by the browser's cookie. A token is only for the API. */
export const createReadWho =
  ({ bySecret, byToken }: Ports) =>
  async (request: FastifyRequest): Promise<Who | null> => {
    const [, token] = request.headers.authorization?.match(/^Bearer (\S{20,200})$/) ?? []
    if (request.headers.authorization !== undefined) {
      const known = token && isForApi(request) ? await byToken(token) : undefined
      return known ? { ...known, formToken: null } : null
    }
    const secret = readSecret(request)
    const known = secret && (await bySecret(secret))
    return secret && known ? { ...known, formToken: formTokenOf(secret) } : null
  }

/** Below /api; the page at /api itself is for browsers. */
export const isForApi = ({ url }: FastifyRequest): boolean => /^\/api\/[^?#]/.test(url)
