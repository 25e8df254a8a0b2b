import { about, type Finding } from '../finding.ts'
import { ago } from '../words.ts'
import type { Notes } from './notes.ts'

const { ok, warning, problem } = about('secrets')

/** `given`: the marks of the secrets that are set where the doctor runs, if any are. */
export function judgeSecrets(
  { secrets, matched }: Notes,
  given: readonly string[] | undefined,
  nowMs: number
): Finding[] {
  if (secrets.length === 0)
    return [
      warning(
        'No ingest has noted its secrets in this Redis.',
        'Start the ingest, or look into the Redis that it uses: REDIS_URL.'
      )
    ]
  const isUsed = secrets.some(mark => matched[mark] !== undefined)
  return [
    ...secrets.map((mark, index) => {
      const which = `Secret ${index + 1} of ${secrets.length}`
      const at = matched[mark]
      if (at !== undefined) return ok(`${which} matched ${ago(nowMs - at)}.`)
      return warning(`${which} has never matched.`, isUsed ? UNUSED : NONE_USED)
    }),
    ...(given === undefined || given.toSorted().join() === secrets.toSorted().join()
      ? []
      : [
          problem(
            'The ingest that was started last has other secrets than are set here.',
            'Restart the ingest, so that it reads STRIPE_WEBHOOK_SECRET again.'
          )
        ])
  ]
}

const UNUSED = 'If you are not rolling a secret, take it out of STRIPE_WEBHOOK_SECRET.'
const NONE_USED =
  'Send a test event from the endpoint’s page at Stripe. If it is answered 400, the secret is another’s.'
