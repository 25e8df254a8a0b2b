/** `GET /v1/account`: the one account there is here, as far as anybody needs to know. */
export const ACCOUNT = {
  id: 'acct_1TwinOnThisMachine',
  object: 'account',
  charges_enabled: true,
  country: 'DE',
  created: 1_700_000_000,
  default_currency: 'eur',
  details_submitted: true,
  email: null,
  metadata: {},
  payouts_enabled: true,
  type: 'standard'
} as const
