import { ApiError } from './api-error.ts'

/** Throws 401 unless the request comes with a test key, given as Stripe's libraries do (Bearer) or as curl -u does (Basic). */
export function requireTestKey(authorization: string | undefined): void {
  const key = keyIn(authorization)
  if (key === undefined)
    throw unauthorized(
      'You did not provide an API key. Give one that begins with sk_test_ in the Authorization header, as Bearer or as the user name of Basic auth.'
    )
  // Never the key in the answer: a real one may have come here by mistake.
  if (!/^[sr]k_test_\w+$/.test(key))
    throw unauthorized(
      'Invalid API key. This is a stand-in for Stripe on your own machine: it takes any key that begins with sk_test_ or rk_test_, and no other.'
    )
}

const unauthorized = (message: string) =>
  new ApiError(message, { status: 401, type: 'invalid_request_error' })

function keyIn(authorization = ''): string | undefined {
  const [, scheme = '', value = ''] = authorization.match(/^(Bearer|Basic) +(\S+)$/i) ?? []
  if (scheme.toLowerCase() !== 'basic') return value || undefined
  return Buffer.from(value, 'base64').toString('utf8').split(':')[0] || undefined
}
