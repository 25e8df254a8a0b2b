import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import Stripe from 'stripe'

/** One delivery as it came. `t`: the seconds its signature was made at. `nth`: how often this event had come, from 1. */
export type Received = Readonly<{
  event: Stripe.Event
  nth: number
  t: number
  headers: IncomingHttpHeaders
}>

/** A status, or `cut`: the connection ends without an answer. */
export type Reply = number | 'cut'

export type Receiver = Readonly<{
  url: string
  /** All deliveries with a good signature, in the order they came. */
  received: readonly Received[]
  stop: () => Promise<void>
}>

type ReceiverOptions = Readonly<{
  secret: string
  /** What a delivery is answered with; 200 if not said. */
  reply?: (delivery: Received) => Reply | Promise<Reply>
  /** The clock that signatures are judged by. */
  now?: () => number
}>

/**
 * A webhook endpoint on this machine that verifies as Stripe's documentation says and answers as it is told: for tests and drills of
 * whatever delivers. Answers 400 `BAD_SIGNATURE` to what does not verify.
 */
export async function startReceiver({
  secret,
  reply = () => 200,
  now = Date.now
}: ReceiverOptions): Promise<Receiver> {
  const received: Received[] = []

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)

    const signature = String(request.headers['stripe-signature'])
    const event = verified(Buffer.concat(chunks), signature, { secret, nowMs: now() })
    if (event === undefined) return response.writeHead(400).end('{"error":"BAD_SIGNATURE"}')

    const nth = received.filter(earlier => earlier.event.id === event.id).length + 1
    const t = Number(signature.match(/^t=(\d+)/)?.[1])
    const delivery = { event, nth, t, headers: request.headers }
    received.push(delivery)
    const answer = await reply(delivery)
    if (answer === 'cut') return response.destroy()
    return response.writeHead(answer, { location: 'https://elsewhere.example/' }).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    received,
    stop: async () => {
      const closed = new Promise(resolve => server.close(resolve))
      server.closeAllConnections()
      await closed
    }
  }
}

type Judge = Readonly<{ secret: string; nowMs: number }>

function verified(body: Buffer, signature: string, { secret, nowMs }: Judge): Stripe.Event | undefined {
  try {
    return Stripe.webhooks.constructEvent(body, signature, secret, undefined, undefined, nowMs)
  } catch {
    return undefined
  }
}
