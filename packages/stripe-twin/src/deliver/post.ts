import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'

/** What came back: a status, or nothing and why. `code` is the receiver's own word for a refusal, if it said one. */
export type Answer =
  | Readonly<{ status: number; code: string | null }>
  | Readonly<{ status: null; reason: string }>

export type Post = (delivery: Readonly<{ body: string; signature: string }>) => Promise<Answer>

/** More of a reply is not looked at. */
const REPLY_BYTES = 1_024

type PostOptions = Readonly<{ url: string; timeoutMs: number }>

/** Sends bodies to one address with Stripe's headers over connections that stay open. `close` ends them. */
export function openPost({ url, timeoutMs }: PostOptions) {
  const target = new URL(url)
  const isTls = target.protocol === 'https:'
  const agent = new (isTls ? HttpsAgent : HttpAgent)({ keepAlive: true })
  const request = isTls ? httpsRequest : httpRequest

  const post: Post = ({ body, signature }) =>
    new Promise(resolve => {
      const sent = request(target, { agent, method: 'POST', headers: headersOf(body, signature) })
      const timer = setTimeout(() => sent.destroy(new NoAnswer(timeoutMs)), timeoutMs)
      const answer = (given: Answer) => {
        clearTimeout(timer)
        resolve(given)
      }
      sent.once('response', response => readReply(response, answer))
      sent.on('error', error => answer({ status: null, reason: reasonOf(error) }))
      sent.end(body)
    })

  return { post, close: () => agent.destroy() }
}

/** As captured from a real delivery. */
const headersOf = (body: string, signature: string) => ({
  'User-Agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
  Accept: '*/*; q=0.5, application/xml',
  'Accept-Encoding': 'gzip',
  'Cache-Control': 'no-cache',
  'Content-Type': 'application/json; charset=utf-8',
  'Content-Length': Buffer.byteLength(body),
  'Stripe-Signature': signature
})

/** A status counts only once the whole reply is there. */
function readReply(response: IncomingMessage, answer: (given: Answer) => void): void {
  let text = ''
  response.setEncoding('utf8')
  response.on('data', (chunk: string) => {
    if (text.length < REPLY_BYTES) text += chunk
  })
  response.once('end', () => answer({ status: response.statusCode ?? 0, code: refusalIn(text) }))
  response.once('error', error => answer({ status: null, reason: reasonOf(error) }))
}

const refusalIn = (text: string) => text.match(/"error":\s*"([A-Z][A-Z0-9_]{1,60})"/)?.[1] ?? null

const REASONS: ReadonlyMap<unknown, string> = new Map([
  ['ECONNREFUSED', 'nobody listens there'],
  ['ECONNRESET', 'the connection was cut'],
  ['ENOTFOUND', 'no such host']
])

function reasonOf(error: Error): string {
  if (error instanceof NoAnswer) return error.message
  const code = 'code' in error ? error.code : undefined
  return REASONS.get(code) ?? (typeof code === 'string' ? code : 'the connection failed')
}

class NoAnswer extends Error {
  constructor(timeoutMs: number) {
    super(`no answer within ${timeoutMs / 1000} s`)
  }
}
