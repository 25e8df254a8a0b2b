import { createHash } from 'node:crypto'
import { ApiError } from './api-error.ts'

/** So many keys are remembered; Stripe remembers them for a day. */
const REMEMBERED = 10_000

type Request = Readonly<{ key: string | undefined; path: string; body: string }>

/**
 * Under a key that was used before, the first answer is given again and nothing is done; with other parameters that is refused, by
 * docs.stripe.com/api/idempotent_requests. What was refused is not remembered: mended, it may use its key again.
 */
export function createIdempotency<Answer>() {
  const known = new Map<string, Readonly<{ fingerprint: string; answer: Answer }>>()

  return function once({ key, path, body }: Request, work: () => Answer) {
    if (key === undefined) return { answer: work(), isReplayed: false }

    const fingerprint = createHash('sha256').update(`${path}\n${body}`).digest('hex')
    const before = known.get(key)
    if (before?.fingerprint === fingerprint) return { answer: before.answer, isReplayed: true }
    if (before !== undefined) throw usedOtherwise()

    const answer = work()
    known.set(key, { fingerprint, answer })
    for (const oldest of known.keys()) {
      if (known.size <= REMEMBERED) break
      known.delete(oldest)
    }
    return { answer, isReplayed: false }
  }
}

const usedOtherwise = () =>
  new ApiError(
    'This Idempotency-Key was used before with other parameters. Use the parameters of the first request, or another key.',
    { status: 400, type: 'idempotency_error' }
  )
