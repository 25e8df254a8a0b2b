import { setTimeout as sleep } from 'node:timers/promises'
import type { Reply, Request } from '../http/reply.ts'
import type { Fault } from './fault.ts'
import type { FaultShelf } from './fault-shelf.ts'

type Ports = Readonly<{
  faults: FaultShelf
  nowMs: () => number
  /** So many new events come. */
  happen: (count: number) => void
}>

/** The same answers, but for the faults that were asked for. */
export const withFaults =
  (answer: (request: Request) => Reply, ports: Ports) =>
  async (request: Request): Promise<Reply> => {
    const reply = await answerOrFail(answer, request, ports)
    const [clock] = ports.faults.standing('clock')
    if (clock === undefined) return reply
    const date = new Date(ports.nowMs() + (clock.shiftMs ?? 0)).toUTCString()
    return { ...reply, headers: { ...reply.headers, date } }
  }

async function answerOrFail(
  answer: (request: Request) => Reply,
  request: Request,
  { faults, happen }: Ports
): Promise<Reply> {
  const fault = faults.take(request.path, ['delay', 'rate_limit', 'lock_timeout', 'server_error'])
  if (fault !== undefined && fault.kind !== 'delay') return refusal(fault.kind, fault)
  const reply = answer(request)
  if (request.path === EVENTS) {
    const shift = faults.take(EVENTS, ['shift_pages'])
    if (shift !== undefined) happen(shift.count ?? 1)
  }
  // Done at once, answered late: so it is with a request that was given up.
  if (fault !== undefined) await sleep(fault.delayMs ?? 0, undefined, { ref: false })
  return reply
}

const EVENTS = '/v1/events'

function refusal(kind: keyof typeof REFUSALS, { retryAfter, shouldRetry }: Fault): Reply {
  const { status, error, headers } = REFUSALS[kind]
  return {
    status,
    headers: {
      'content-type': 'application/json',
      ...headers,
      ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
      ...(shouldRetry !== undefined && { 'stripe-should-retry': String(shouldRetry) })
    },
    body: JSON.stringify({ error }, null, 2)
  }
}

/** By docs.stripe.com/rate-limits and docs.stripe.com/error-codes. */
const REFUSALS = {
  rate_limit: {
    status: 429,
    headers: { 'stripe-rate-limited-reason': 'global-rate' },
    error: {
      type: 'invalid_request_error',
      code: 'rate_limit',
      message: 'Too many requests at a time. Wait longer with every try.'
    }
  },
  lock_timeout: {
    status: 429,
    headers: {},
    error: {
      type: 'invalid_request_error',
      code: 'lock_timeout',
      message: 'Another request or a process of Stripe is working on this object. Try again in a moment.'
    }
  },
  server_error: {
    status: 500,
    headers: {},
    error: {
      type: 'api_error',
      message: 'Something went wrong at the stand-in for Stripe, as was asked for.'
    }
  }
} as const satisfies Record<string, object>
