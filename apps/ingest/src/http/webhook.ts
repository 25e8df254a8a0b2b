import type { FastifyPluginAsync } from 'fastify'
import type { Intake } from '../intake.ts'

/** What the route needs of the rooms behind it. Each throws Refusal. */
export type WebhookPorts = Readonly<{
  /** Throws while no delivery can be taken at all. */
  admit: () => void
  verify: (delivery: Readonly<{ body: Buffer; signature: string | undefined }>) => unknown
  decide: (verified: unknown, body: Buffer) => Intake
  /** Resolves once Redis has the event. */
  enqueue: (intake: Extract<Intake, { act: 'queue' }>) => Promise<void>
  count: (outcome: string) => void
}>

export const webhook =
  ({ admit, verify, decide, enqueue, count }: WebhookPorts): FastifyPluginAsync =>
  async app => {
    // Stripe signs bytes, so inside this plugin, and nowhere else, a body of whatever type stays a Buffer.
    app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

    app.post('/webhook', async (request, reply) => {
      admit()
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const verified = verify({ body, signature: request.headers['stripe-signature']?.toString() })
      const intake = decide(verified, body)

      if (intake.act === 'queue') await enqueue(intake)
      count(intake.act === 'queue' ? 'queued' : intake.reason)
      return reply.code(200).send({ received: true })
    })
  }
