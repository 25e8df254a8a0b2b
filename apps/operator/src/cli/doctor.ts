import { parseArgs } from 'node:util'
import * as read from '@paidonce/shared/read-environment'
import { secretMark } from '@paidonce/shared/signature-notes'
import { examine } from '../operations/doctor/examine.ts'
import type { Report, Status } from '../operations/doctor/finding.ts'
import { comparedWith, DoctorSettings, stripePlace, webhookUrl } from '../operations/doctor/settings.ts'
import { showReport } from '../operations/doctor/show-report.ts'
import { misused } from './misused.ts'
import type { Streams } from './run-command.ts'
import { databaseUrl, redisUrl, runningTwin } from './where-to-look.ts'

const HELP = `Looks whether Stripe, Redis, PostgreSQL and paidonce fit together, and says what to do where they do not. Reads only.

  npx --no-install paidonce doctor [--url https://hooks.shop.example/webhook] [--strict] [--json]

Stripe's webhook endpoints: enabled, of our mode, with the event types that we act on; which signing secret last matched,
and why signatures did not; clocks; settings of Redis and PostgreSQL; what has failed or lies about.

Exit code 0: no problem. 1: a problem, or with --strict a warning. 2: it could not look at everything.

The servers are DATABASE_URL and REDIS_URL, else those of the running \`npm start\`. STRIPE_SECRET_KEY must be allowed to read
Webhook Endpoints; without a key Stripe is not looked at. Which endpoint is ours is told by --url, else by WEBHOOK_URL,
else by its URL's end, /webhook. STRIPE_MODE, OWN_FACTS and STRIPE_WEBHOOK_SECRET are compared where they are set.`

const OPTIONS = {
  url: { type: 'string' },
  strict: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false }
} as const

const Environment = DoctorSettings.extend({ STRIPE_WEBHOOK_SECRET: read.list.optional() })

type Env = Readonly<Record<string, string | undefined>>

/** The `doctor` command. Gives the exit code: 0 no problem, 1 a problem, 2 misused, or it could not look. */
export async function doctor(argv: readonly string[], env: Env, { out, err }: Streams): Promise<number> {
  const asked = parse(argv)
  if (typeof asked === 'string') {
    return misused(HELP, asked, { err })
  }
  if (asked.help) {
    out(HELP)
    return 0
  }
  const given = read.readEnvironment(Environment, env)
  const twin = given.STRIPE_SECRET_KEY === undefined ? runningTwin(env) : undefined
  const compared = await comparedWith(given)
  const report = await examine(
    {
      databaseUrl: () => databaseUrl(env),
      redisUrl: () => redisUrl(env),
      stripe: twin === undefined ? stripePlace(given) : { key: twin.key, apiUrl: new URL(twin.apiUrl) }
    },
    {
      ...compared,
      webhookUrl: asked.url ?? compared.webhookUrl ?? twin?.webhookUrl,
      secrets: twin === undefined ? given.STRIPE_WEBHOOK_SECRET?.map(secretMark) : undefined
    }
  )
  const code = exitCode(report, asked.strict ? ['problem', 'warning'] : ['problem'])
  out(asked.json ? JSON.stringify({ exitCode: code, ...report }, null, 2) : showReport(report))
  return code
}

function exitCode({ findings, unseen }: Report, bad: readonly Status[]): number {
  if (unseen.some(({ isFault }) => isFault)) return 2
  return findings.some(({ status }) => bad.includes(status)) ? 1 : 0
}

function parse(argv: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...argv], options: OPTIONS, strict: true })
    return values.url === undefined || webhookUrl.safeParse(values.url).success
      ? values
      : '--url must be the https:// URL of the webhook'
  } catch (error) {
    return (error as Error).message.replace(/\n.*$/s, '')
  }
}
