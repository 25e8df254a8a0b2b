import type { SignatureCause } from '@paidonce/shared/signature-notes'

type Explained = Readonly<{
  /** After "12 deliveries". */
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
  missing_header: { words: 'had no Stripe-Signature', todo: LET_PASS, isCertain: false },
  malformed_header: { words: 'had a Stripe-Signature that is none', todo: LET_PASS, isCertain: false },
  no_v1: { words: 'had no signature of the scheme v1', todo: LET_PASS, isCertain: false },
  clock: {
    words: 'were well signed, but more than five minutes ago or ahead',
    todo: 'Switch NTP on where the ingest runs. If its clock is right, something delivers late, or again.',
    isCertain: true
  },
  stale_and_unknown: {
    words: 'were old, and signed with none of our secrets',
    todo: IF_YOURS,
    isCertain: false
  },
  empty_body: { words: 'lost their body', todo: `${LET_PASS} Redirects lose it, too.`, isCertain: false },
  body_rewritten: {
    words: 'were well signed, and their JSON was written again on the way',
    todo: LET_PASS,
    isCertain: true
  },
  other_mode: {
    words: 'say that they are of the other mode, and are signed with none of our secrets',
    todo: 'An endpoint of the other mode sends here, or STRIPE_MODE is wrong. Test and live have secrets of their own.',
    isCertain: false
  },
  connected_account: {
    words: 'say that they are of a connected account, and are signed with none of our secrets',
    todo: 'The endpoint for connected accounts has a secret of its own: add it to STRIPE_WEBHOOK_SECRET.',
    isCertain: false
  },
  only_cli_secrets: {
    words: 'came to an ingest that knows the secret of the Stripe CLI alone',
    todo: 'Set the secret from the endpoint’s page at Stripe; the one that stripe listen prints is for trying.',
    isCertain: true
  },
  unknown_secret: { words: 'were signed with none of our secrets', todo: IF_YOURS, isCertain: false },
  not_diagnosed: {
    words: 'were refused and not looked into: too many at once, or too large',
    todo: 'Look at the other causes here first.',
    isCertain: false
  }
}
