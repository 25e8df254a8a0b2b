import type { FastifyReply, FastifyRequest } from 'fastify'
import { SIGNED_IN_FOR_MS } from '../../operations/users/sign-in.ts'

const NAME = 'paidonce_console'

export type CookieRules = Readonly<{ isSecure: boolean }>

export const readSecret = (request: FastifyRequest): string | undefined => request.cookies[NAME] || undefined

/** Not for scripts, and sent by no other site's link or form. */
export const setSecret = (reply: FastifyReply, secret: string, { isSecure }: CookieRules): FastifyReply =>
  reply.setCookie(NAME, secret, {
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure,
    path: '/',
    maxAge: SIGNED_IN_FOR_MS / 1_000
  })

export const forgetSecret = (reply: FastifyReply): FastifyReply => reply.clearCookie(NAME, { path: '/' })
