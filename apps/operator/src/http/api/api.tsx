import swagger from '@fastify/swagger'
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifySchemaCompiler,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault
} from 'fastify'
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import type { DoctorPorts } from '../doctor/doctor-pages.tsx'
import { sendPage } from '../html.ts'
import type { OverviewPorts } from '../overview/overview-pages.tsx'
import { readInput } from '../read-input.ts'
import type { ReplayPorts } from '../replays/replay-pages.tsx'
import { isAllowed } from '../who/who.ts'
import { hideCustomers } from './hide-customers.ts'
import { OPENAPI } from './openapi.ts'
import { eventRoutes } from './routes/events.ts'
import { healthRoutes } from './routes/health.ts'
import { letterRoutes } from './routes/letters.ts'
import { mendLetterRoutes } from './routes/mend-letters.ts'
import { orderRoutes } from './routes/orders.ts'
import { replayRoutes } from './routes/replays.ts'
import { searchRoutes } from './routes/search.ts'
import { TryPage } from './try-page.tsx'

export type ApiPorts = ReplayPorts & DoctorPorts & Pick<OverviewPorts, 'look'>

export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>

const ROUTES = [
  orderRoutes,
  eventRoutes,
  letterRoutes,
  mendLetterRoutes,
  replayRoutes,
  searchRoutes,
  healthRoutes
]

/** The operations for programs, as JSON. Shapes say what comes in and what goes out; nothing else does. */
export async function jsonApi(app: FastifyInstance, ports: ApiPorts): Promise<void> {
  app.get(
    '/api',
    { config: { allow: 'viewer' } },
    async ({ who }, reply) => await sendPage(reply, <TryPage who={who} />)
  )
  await app.register(async scope => {
    scope.setValidatorCompiler(readShape)
    scope.setSerializerCompiler(serializerCompiler)
    tellViewersNothingOfCustomers(scope)
    await scope.register(swagger, OPENAPI)
    await scope.register(
      async plain => {
        const api = plain.withTypeProvider<ZodTypeProvider>()
        for (const routes of ROUTES) routes(api, ports)
      },
      { prefix: '/api/v1' }
    )
    scope.get('/api/openapi.json', { config: { allow: 'viewer' }, schema: { hide: true } }, async () =>
      scope.swagger()
    )
  })
}

const readShape: FastifySchemaCompiler<z.ZodType> =
  ({ schema }) =>
  given => {
    try {
      return { value: readInput(schema, given) }
    } catch (error) {
      return { error: error as Error }
    }
  }

function tellViewersNothingOfCustomers(scope: FastifyInstance): void {
  scope.addHook('preSerialization', async (request, reply, answer) => {
    if (isAllowed('operator', request.who)) return answer
    const shapes = request.routeOptions.schema?.response as Readonly<Record<number, z.ZodType>> | undefined
    const shape = shapes?.[reply.statusCode]
    return shape === undefined ? answer : hideCustomers(shape, answer)
  })
}
