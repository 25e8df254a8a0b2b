import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isUserName } from '../../operations/users/user-name.ts'
import { sendPage } from '../html.ts'
import { type CookieRules, forgetSecret, readSecret, setSecret } from '../who/cookie.ts'
import { Refusal } from '../who/refusal.ts'
import { ownAddress } from './own-address.ts'
import { SignInPage } from './sign-in-page.tsx'

type Ports = Readonly<{
  /** A new secret for the cookie; undefined: no such user with that password. */
  signIn: (given: Readonly<{ name: string; password: string }>) => Promise<string | undefined>
  signOut: (secret: string) => Promise<unknown>
  cookie: CookieRules
}>

/** So many tries a name, and three times as many an address, in five minutes: a person is let in, a program gets nowhere. */
const TRIES = 10
const WINDOW_MS = 5 * 60_000
/** More names and addresses than can be tried in that time, for each try costs a hash: none is forgotten too early. */
const REMEMBERED = 100_000

const WRONG = 'There is no user with this name and password.'

const fieldsOf = ({ body }: FastifyRequest) => (body ?? {}) as Readonly<Record<string, unknown>>
const nameIn = (request: FastifyRequest) => String(fieldsOf(request).name ?? '').trim()
/** What can be nobody's name is counted as one, however long and whatever it is. */
const nameKey = (request: FastifyRequest) => `name ${isUserName(nameIn(request)) ? nameIn(request) : ''}`

export async function signInPages(app: FastifyInstance, { signIn, signOut, cookie }: Ports): Promise<void> {
  await app.register(rateLimit, { global: false, cache: REMEMBERED, timeWindow: WINDOW_MS })
  // The address first: one that is refused says nothing of any name, else it could lock out whoever it names.
  const limits = [
    app.createRateLimit({ max: 3 * TRIES }),
    app.createRateLimit({ max: TRIES, keyGenerator: nameKey })
  ]
  async function refuseTooMany(request: FastifyRequest): Promise<void> {
    for (const limit of limits) {
      const state = await limit(request)
      if (!state.isAllowed && state.isExceeded)
        throw new Refusal(429, 'TOO_MANY_TRIES', 'Too many tries. Wait five minutes, then try again.')
    }
  }

  app.get('/sign-in', { config: { allow: 'anyone' } }, async (request, reply) => {
    const to = ownAddress((request.query as Readonly<Record<string, unknown>>).to)
    return request.who === null ? await sendPage(reply, <SignInPage to={to} />) : reply.redirect(to, 303)
  })

  // Whoever is signed in already carries no form token here: signing in again makes a new secret in any case.
  app.post('/sign-in', { config: { allow: 'anyone', isFormless: true } }, async (request, reply) => {
    await refuseTooMany(request)
    const { password = '', to } = fieldsOf(request)
    const name = nameIn(request)
    const secret = await signIn({ name, password: String(password) })
    const before = readSecret(request)
    if (secret === undefined) {
      reply.code(401)
      return await sendPage(reply, <SignInPage to={ownAddress(to)} name={name} problem={WRONG} />)
    }
    if (before !== undefined) await signOut(before)
    return setSecret(reply, secret, cookie).redirect(ownAddress(to), 303)
  })

  app.post('/sign-out', { config: { allow: 'viewer' } }, async (request, reply) => {
    const secret = readSecret(request)
    if (secret !== undefined) await signOut(secret)
    return forgetSecret(reply).redirect('/sign-in', 303)
  })
}
