import { subscribe, unsubscribe } from 'node:diagnostics_channel'

export type Route = Readonly<{
  method: string
  /** With something in place of its parameters. */
  url: string
  allow: string
  isFormless: boolean
}>

type Made = Readonly<{
  fastify: { addHook: (name: 'onRoute', hook: (route: Registered) => void) => void }
}>
type Registered = Readonly<{
  method: string | readonly string[]
  url: string
  config?: Readonly<{ allow?: string; isFormless?: boolean }>
}>

const CHANNEL = 'fastify.initialization'

/** What `create` makes, and every route of it: fastify itself tells of each server that is made in this process. */
export async function withEveryRoute<Server extends { ready: () => PromiseLike<unknown> }>(
  create: () => Promise<Server>
): Promise<Readonly<{ server: Server; routes: readonly Route[] }>> {
  const registered: Registered[] = []
  const listen = (made: unknown) =>
    (made as Made).fastify.addHook('onRoute', route => void registered.push(route))
  subscribe(CHANNEL, listen)
  try {
    const server = await create()
    await server.ready()
    return { server, routes: registered.flatMap(routesOf) }
  } finally {
    unsubscribe(CHANNEL, listen)
  }
}

const routesOf = ({ method, url, config }: Registered): Route[] =>
  [method].flat().map(one => ({
    method: one,
    url: url.replaceAll(/:\w+|\*/g, '7'),
    allow: config?.allow ?? 'nobody said',
    isFormless: config?.isFormless === true
  }))

export const isReading = ({ method }: Route): boolean => ['GET', 'HEAD', 'OPTIONS'].includes(method)
export const isOfApi = ({ url }: Route): boolean => /^\/api\/./.test(url)
export const named = ({ method, url }: Route): string => `${method} ${url}`
