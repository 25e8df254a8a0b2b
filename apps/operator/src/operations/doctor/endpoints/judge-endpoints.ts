import type { Endpoint } from '@paidonce/stripe-api/look-at-endpoints'
import { about, type Finding } from '../finding.ts'
import { some } from '../words.ts'
import { judgeTypes } from './judge-types.ts'
import { judgeVersion } from './judge-version.ts'
import { ourEndpoints } from './our-endpoints.ts'
import { shownUrl } from './shown-url.ts'

const { ok, warning, problem } = about('endpoint')

type Ours = Readonly<{
  /** Where our webhook is, as Stripe must have it. */
  url: string | undefined
  mode: 'test' | 'live' | undefined
  /** What the shop reads of its own. */
  ownTypes: readonly string[]
  /** The API version that this release was made with. */
  apiVersion: string
}>

/** Compares Stripe's endpoints with us. */
export function judgeEndpoints(
  all: readonly Endpoint[],
  { url, mode, ownTypes, apiVersion }: Ours
): Finding[] {
  const ours = ourEndpoints(all, url)
  if (ours === undefined) return [manyToChooseFrom(all)]
  const [first] = ours
  if (first === undefined) return [noneLeadsHere(all, url)]

  const ofMode = ours.filter(endpoint => mode === undefined || endpoint.mode === mode)
  const working = ofMode.filter(({ isEnabled }) => isEnabled)
  return [
    ...ours.filter(endpoint => !ofMode.includes(endpoint)).map(ofOtherMode),
    ...(ofMode.length > 0 && working.length === 0 ? ofMode.map(disabled) : []),
    ...(working.length > 1
      ? [doubled(working)]
      : working.map(({ id, url }) => ok(`${id} sends to ${shownUrl(url)}.`))),
    ...(working.length === 0
      ? []
      : judgeTypes([...new Set(working.flatMap(({ types }) => types))], ownTypes)),
    ...working.map(endpoint => judgeVersion(endpoint.apiVersion, apiVersion))
  ]
}

function manyToChooseFrom(all: readonly Endpoint[]): Finding {
  const urls = [...new Set(all.map(({ url }) => shownUrl(url)))]
  return warning(
    `Which of Stripe’s endpoints is ours cannot be told: ${some(urls)}.`,
    'Name it: npx --no-install paidonce doctor --url https://…, or WEBHOOK_URL.'
  )
}

function noneLeadsHere(all: readonly Endpoint[], url: string | undefined): Finding {
  const others = some([...new Set(all.map(endpoint => shownUrl(endpoint.url)))])
  return url === undefined
    ? problem(
        'Stripe has no webhook endpoint: nothing is ever delivered.',
        'Make one: see docs/going-live.md.'
      )
    : problem(
        `No endpoint at Stripe leads to ${shownUrl(url)}: nothing is ever delivered.`,
        others === ''
          ? 'Make one: see docs/going-live.md.'
          : `Make one, or mend the URL of one of these: ${others}.`
      )
}

const ofOtherMode = ({ id, mode }: Endpoint): Finding =>
  problem(
    `${id} is an endpoint for ${mode} events, and we are not of that mode.`,
    mode === 'live'
      ? 'Set STRIPE_MODE=live with a Redis and a database of its own, or send live events elsewhere.'
      : 'Send test events to an installation for tests; here they are refused or ignored.'
  )

const disabled = ({ id }: Endpoint): Finding =>
  problem(
    `${id} is disabled: Stripe delivers nothing.`,
    'Enable it on its page at Stripe. Stripe disables an endpoint that failed for days; look why below.'
  )

const doubled = (working: readonly Endpoint[]): Finding =>
  warning(
    `${working.length} endpoints send to one URL: ${some(working.map(({ id }) => id))}. Each event comes more than once.`,
    'Disable all but one, unless one of them is for connected accounts. STRIPE_WEBHOOK_SECRET must list the secret of each.'
  )
