import type { Target } from '../deliver/deliver.ts'
import type { OptionValues } from './options.ts'
import { UsageError } from './usage-error.ts'

/** What `npm start` writes down, as far as it matters here. */
export type RunFile = Readonly<{
  webhookUrl: string
  webhookSecret: string
  databaseUrl: string
  redisUrl: string
  twinUrl?: string
}>

/** Where to deliver, and where to look afterwards. */
export type Place = Readonly<{
  target: Target
  databaseUrl: string | undefined
  redisUrl: string | undefined
  /** Who is to know what happens, so that its API can be asked about it. */
  twinUrl: string | undefined
}>

type Environment = Readonly<Record<string, string | undefined>>
type Known = Readonly<{ options: OptionValues; env: Environment; runFile: RunFile | undefined }>

/**
 * Options come first. The environment counts only together with `--to`: a shell that is set up for somewhere else must not
 * divert a plain `npm run trigger`. Throws UsageError.
 */
export function findPlace({ options, env, runFile }: Known): Place {
  const { to, secret, check, twin, lose } = options
  const set = (name: string) => (to === undefined ? undefined : env[name] || undefined)

  const url = to ?? runFile?.webhookUrl
  if (url === undefined)
    throw new UsageError(
      'Nothing runs here: start it with `npm start` in another terminal, or give --to and --secret.'
    )

  const signWith = secret ?? set('STRIPE_WEBHOOK_SECRET')?.split(',')[0]?.trim() ?? runFile?.webhookSecret
  if (signWith === undefined)
    throw new UsageError('What should it be signed with? Give --secret, or set STRIPE_WEBHOOK_SECRET.')

  const databaseUrl = set('DATABASE_URL') ?? runFile?.databaseUrl
  const redisUrl = set('REDIS_URL') ?? runFile?.redisUrl
  if (check && (databaseUrl === undefined || redisUrl === undefined))
    throw new UsageError(
      '--check has to look into the ledger and the queues: set DATABASE_URL and REDIS_URL.'
    )

  const twinUrl = twin ?? (to === undefined ? runFile?.twinUrl : undefined)
  if (lose !== undefined && twinUrl === undefined)
    throw new UsageError('--lose needs a twin that lists what was lost: give its address with --twin.')
  return { target: { url, secret: signWith }, databaseUrl, redisUrl, twinUrl }
}
