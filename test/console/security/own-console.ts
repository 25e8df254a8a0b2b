import type { TestContext } from 'node:test'
import type { Role } from '@paidonce/ledger/users/user'
import { createConsole } from '@paidonce/operator/http/server'
import { addApiToken } from '@paidonce/operator/operations/users/api-tokens'
import { addUser } from '@paidonce/operator/operations/users/manage-users'
import { formTokenOf } from '@paidonce/operator/operations/users/secret'
import { signIn } from '@paidonce/operator/operations/users/sign-in'
import { workerRules } from '@paidonce/operator/operations/worker-rules'
import { openJobs } from '@paidonce/operator/redis/jobs'
import { createLogger } from '@paidonce/shared/logger'
import { ownLedger } from '../../support/own-database.ts'
import { openRedis, ownRedis } from '../../support/own-redis.ts'
import { PASSWORD } from '../../support/start-console.ts'
import { type Route, withEveryRoute } from './every-route.ts'

type Headers = Readonly<Record<string, string>>
export type Answer = Readonly<{
  statusCode: number
  headers: Readonly<Record<string, unknown>>
  body: string
}>

export type Person = Readonly<{ cookie: Headers; formToken: string; token: Headers; tokenId: string }>

const SHOP = {
  shopName: 'Demo Shop',
  shopColour: '#1d4ed8',
  shopLogo: null,
  orderUrlTemplate: null,
  defaultLocale: 'en'
} as const

/** A console within this process, asked without a network, with the same plugins and hooks. */
export async function ownConsole(t: TestContext) {
  const ledger = await ownLedger(t)
  const rules = await workerRules({})
  const jobs = openJobs(openRedis(t, await ownRedis(t)))
  const { server, routes } = await withEveryRoute(() =>
    createConsole({
      ledger,
      jobs,
      workerRules: rules,
      nudge: () => undefined,
      eventsInRedis: async () => new Map(),
      examine: async () => ({ findings: [], unseen: [] }),
      shop: SHOP,
      log: createLogger('console', 'silent'),
      isSecure: true
    })
  )
  t.after(() => server.close())

  const ask = async (route: Pick<Route, 'method' | 'url'>, headers: Headers = {}, body?: unknown) =>
    (await server.inject({
      method: route.method as 'GET',
      url: route.url,
      headers: { host: 'console.test', ...headers },
      ...(body !== undefined && { payload: body as object })
    })) as Answer

  return { ledger, routes, ask, person: (name: string, role: Role) => person(ledger, name, role) }
}

type Ledger = Parameters<typeof addUser>[0]

/** A new user, signed in, with an API token. */
async function person(ledger: Ledger, name: string, role: Role): Promise<Person> {
  await addUser(ledger, { name, role, password: PASSWORD, by: 'a test' })
  const added = await addApiToken(ledger, { user: name, name: 'a test', forMs: 3_600_000, by: 'a test' })
  const { cookie, formToken } = await signedInAgain(ledger, name)
  return {
    cookie,
    formToken,
    token: { authorization: `Bearer ${added?.token}` },
    tokenId: added?.id ?? ''
  }
}

export async function signedInAgain(ledger: Ledger, name: string) {
  const secret = (await signIn(ledger, { name, password: PASSWORD })) ?? ''
  return { cookie: cookieOf(secret), formToken: formTokenOf(secret) }
}

export const cookieOf = (secret: string): Headers => ({ cookie: `paidonce_console=${secret}` })

/** All that anybody could have changed, so that two of them are the same only if nothing was. */
export async function allThatIsKept(ledger: Ledger): Promise<string> {
  const { rows } = await ledger.pool.query(`
    select (select count(*) from operator_actions) as actions, (select json_agg(u order by name) from users u) as users,
           (select count(*) from sign_ins) as sign_ins, (select json_agg(a order by id) from api_tokens a) as tokens,
           (select count(*) from facts) as facts, (select json_agg(o) from orders o) as orders`)
  return JSON.stringify(rows)
}
