import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from './refusal.ts'
import { type Allowed, isAllowed, type Who } from './who.ts'

type Ports = Readonly<{ readWho: (request: FastifyRequest) => Promise<Who | null> }>

const READING: readonly string[] = ['GET', 'HEAD', 'OPTIONS']
const isReading = ({ method }: FastifyRequest) => READING.includes(method)

/**
 * Lets a request through only if its route allows whoever sent it. What changes something must besides come from one of our
 * own pages: the browser says so itself, and the form carries what only our pages know.
 */
export function guard(app: FastifyInstance, { readWho }: Ports): void {
  app.decorateRequest('who', null)
  app.addHook('onRoute', function (route) {
    const allow = route.config?.allow ?? this.allowsHere
    if (allow === undefined) throw new Error(`${route.method} ${route.url} does not say whom it serves`)
    route.config = { ...route.config, allow }
  })
  app.addHook('onRequest', async request => {
    request.who = await readWho(request)
    if (!isReading(request)) refuseOtherSites(request)
    if (isAllowed(allowedBy(request), request.who)) return
    if (request.who === null) throw new Refusal(401, 'SIGN_IN', wantsSignIn(request))
    throw new Refusal(
      403,
      'NOT_ALLOWED',
      `Only operators may do this. You are signed in as a ${request.who.role}.`
    )
  })
  app.addHook('preValidation', async request => {
    const { who, routeOptions } = request
    if (isReading(request) || typeof who?.formToken !== 'string' || routeOptions.config.isFormless) return
    if (!isSame(formTokenIn(request), who.formToken))
      throw new Refusal(
        403,
        'OLD_FORM',
        'This page is too old. Go back, load it again, and repeat what you did.'
      )
  })
}

/** A program cannot sign in: what it needs is another token. */
const wantsSignIn = ({ headers }: FastifyRequest) =>
  headers.authorization === undefined ? 'Sign in first.' : 'This token is unknown, revoked, or has ended.'

/** That there is no such page is told to everyone who is signed in. */
const allowedBy = (request: FastifyRequest): Allowed =>
  request.is404 ? 'viewer' : (request.routeOptions.config.allow ?? 'operator')

/** Browsers say where a request comes from; programs with an API token do not, and need not. */
function refuseOtherSites({ headers, host }: FastifyRequest): void {
  const site = headers['sec-fetch-site']
  const isOwnSite = site === undefined || site === 'same-origin' || site === 'none'
  const isOwnOrigin = headers.origin === undefined || hostOf(headers.origin) === host
  if (!isOwnSite || !isOwnOrigin)
    throw new Refusal(403, 'OTHER_SITE', 'This was sent by another site, and is refused.')
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined)

function formTokenIn({ body, headers }: FastifyRequest): string {
  const token = (body as Readonly<Record<string, unknown>> | null | undefined)?.form_token
  return typeof token === 'string' ? token : String(headers['x-form-token'] ?? '')
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
