import type { SignatureCause } from '@paidonce/shared/signature-notes'

type Explained = Readonly<{
  /** After "12 deliveries of the last day:". */
  words: string
  todo: string
  /** Proven by one of our secrets, or certain by itself. Else a stranger may have sent them. */
  isCertain: boolean
}>

const LET_PASS = 'Let the proxy pass Stripe-Signature and the body byte for byte: see docs/going-live.md.'
const IF_YOURS =
  'If they are Stripe’s, copy the signing secret from the endpoint’s page again; else somebody tries doors.'

/** What each cause means, and what to do about it. */
export const EXPLAINED: Readonly<Record<SignatureCause, Explained>> = {
  missing_header: { words: 'without Stripe-Signature', todo: LET_PASS, isCertain: false },
  malformed_header: { words: 'with a Stripe-Signature that is none', todo: LET_PASS, isCertain: false },
  no_v1: { words: 'without a signature of the scheme v1', todo: LET_PASS, isCertain: false },
  clock: {
    words: 'well signed, but more than five minutes ago or ahead',
    todo: 'Switch NTP on where the ingest runs. If its clock is right, something delivers late, or again.',
    isCertain: true
  },
  stale_and_unknown: {
    words: 'old, and signed with none of our secrets',
    todo: IF_YOURS,
    isCertain: false
  },
  empty_body: { words: 'without a body', todo: `${LET_PASS} Redirects lose it, too.`, isCertain: false },
  body_rewritten: {
    words: 'well signed, and then the JSON was written again on its way',
    todo: LET_PASS,
    isCertain: true
  },
  other_mode: {
    words: 'of the other mode by its own words, and signed with none of our secrets',
    todo: 'An endpoint of the other mode sends here, or STRIPE_MODE is wrong. Test and live have secrets of their own.',
    isCertain: false
  },
  connected_account: {
    words: 'of a connected account by its own words, and signed with none of our secrets',
    todo: 'The endpoint for connected accounts has a secret of its own: add it to STRIPE_WEBHOOK_SECRET.',
    isCertain: false
  },
  only_cli_secrets: {
    words: 'refused by an ingest that knows the secret of the Stripe CLI alone',
    todo: 'Set the secret from the endpoint’s page at Stripe; the one that stripe listen prints is for trying.',
    isCertain: true
  },
  unknown_secret: { words: 'signed with none of our secrets', todo: IF_YOURS, isCertain: false },
  not_diagnosed: {
    words: 'refused and not looked into, as too many came at once, or too large ones',
    todo: 'Look at the other causes here first.',
    isCertain: false
  }
}
