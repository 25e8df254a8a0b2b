import type { Role } from '@paidonce/ledger/users/user'

/** Who asks. `formToken` is what the forms of their browser carry; who comes with an API token has none. */
export type Who = Readonly<{ name: string; role: Role; formToken: string | null }>

/** `anyone`: also who is not signed in. */
export type Allowed = Role | 'anyone'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Every route says whom it serves; one that does not is refused at the start. */
    allow?: Allowed
    /** For a page that is not ours and whose requests carry no form token; the browser's word must do. */
    isFormless?: boolean
  }
  interface FastifyInstance {
    /** Whom the routes of a plugin serve that are not ours to write. */
    allowsHere?: Allowed
  }
  interface FastifyRequest {
    who: Who | null
  }
}

/** An operator may do all that a viewer may. */
export const isAllowed = (allowed: Allowed, who: Who | null): boolean =>
  allowed === 'anyone' || (who !== null && (who.role === 'operator' || allowed === 'viewer'))
