import {
  consoleEnvironment,
  type Environment,
  hasStripeKey,
  ingestEnvironment,
  type Places,
  shopEnvironment,
  twinEnvironment,
  workerEnvironment
} from './app-environment.ts'
import type { PortName } from './settings.ts'

export type App = Readonly<{
  name: string
  /** Its entry file, seen from the project's folder. */
  main: string
  environment(places: Places, user: Environment): Environment
}>

/** What to run, with the user's settings. */
export type Wish = Readonly<{ withShop: boolean; user: Environment }>

/** What is run, in this order; it is stopped in the opposite one. With a key of Stripe's nothing stands in for it. */
export const appsFor = ({ withShop, user }: Wish): readonly App[] => [
  ...(hasStripeKey(user) ? [] : [TWIN]),
  ...APPS,
  ...(withShop ? [SHOP] : [])
]

/** Ports that stay unused then. */
export const unusedPorts = ({ withShop, user }: Wish): readonly PortName[] => [
  ...(withShop ? [] : (['shop'] as const)),
  ...(hasStripeKey(user) ? (['twin'] as const) : [])
]

const APPS: readonly App[] = [
  { name: 'worker', main: 'apps/worker/dist/main.js', environment: workerEnvironment },
  { name: 'ingest', main: 'apps/ingest/dist/main.js', environment: ingestEnvironment },
  { name: 'console', main: 'apps/operator/dist/main.js', environment: consoleEnvironment }
]

const TWIN: App = {
  name: 'stripe',
  main: 'packages/stripe-twin/dist/api/main.js',
  environment: twinEnvironment
}

const SHOP: App = { name: 'shop', main: 'examples/shop/dist/main.js', environment: shopEnvironment }
