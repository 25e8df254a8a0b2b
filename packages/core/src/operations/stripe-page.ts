/** Where the Dashboard has a page of its own for what begins so. */
const PLACES = { pi: 'payments', ch: 'payments', py: 'payments', evt: 'events' } as const

const ID = /^(pi|ch|py|evt)_[A-Za-z0-9_]{1,200}$/

type Whose = Readonly<{ account: string; mode: 'test' | 'live' }>

/** The page of a payment or an event in Stripe's Dashboard; null for what has none, and for what is no id of Stripe's. */
export function stripePage(id: string, { account, mode }: Whose): string | null {
  const [, kind] = id.match(ID) ?? []
  if (kind === undefined || !/^(acct_[A-Za-z0-9]{1,100})?$/.test(account)) return null
  const parts = [account, mode === 'test' ? mode : '', PLACES[kind as keyof typeof PLACES], id]
  return `https://dashboard.stripe.com/${parts.filter(part => part !== '').join('/')}`
}
