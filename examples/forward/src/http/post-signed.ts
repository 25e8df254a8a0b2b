import { createHmac } from 'node:crypto'

const TIMEOUT_MS = 10_000

type Target = Readonly<{ to: string; secret: string }>

/**
 * Posts a value as JSON with the header `Paidonce-Signature: t=<seconds>,v1=<hex>`, where v1 is the HMAC-SHA256 of `<t>.<body>`: Stripe's
 * own scheme, so that what verifies one verifies the other. Throws NotTaken unless the answer is a 2xx within ten seconds.
 */
export async function postSigned(value: unknown, { to, secret }: Target): Promise<void> {
  const body = JSON.stringify(value)
  const t = Math.floor(Date.now() / 1000)
  const v1 = createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')
  const headers = { 'content-type': 'application/json', 'paidonce-signature': `t=${t},v1=${v1}` }
  const request = { method: 'POST', headers, body, signal: AbortSignal.timeout(TIMEOUT_MS) }

  // A redirect is an answer like any other, and no 2xx: it must not lead an announcement elsewhere.
  const response = await fetch(to, { ...request, redirect: 'manual' }).catch((error: Error) => {
    throw new NotTaken(error.name === 'TimeoutError' ? 'no answer in time' : 'nobody answered')
  })
  await response.body?.cancel()
  if (!response.ok) throw new NotTaken(`the answer was ${response.status}`)
}

/** It has to be sent again. The message holds nothing of what was sent or answered. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken'
}
