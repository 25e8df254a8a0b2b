/** What a text that somebody looks for is. `about`: a refund, dispute, fraud warning or review. */
export type SoughtKind = 'event' | 'session' | 'payment' | 'about' | 'email' | 'order'

export type Sought = Readonly<{ kind: SoughtKind; value: string }>

/** The prefixes of Stripe's ids. A payment without an intent goes by the id of its charge. */
const PREFIXES: readonly (readonly [RegExp, SoughtKind])[] = [
  [/^evt_\w+$/, 'event'],
  [/^cs_\w+$/, 'session'],
  [/^(pi|ch|py)_\w+$/, 'payment'],
  [/^(re|pyr|du|dp|issfr|prv)_\w+$/, 'about']
]

/**
 * What somebody pasted into a search: one of Stripe's ids, alone or at the end of a page's address at Stripe, a job's id, an
 * e-mail address; else it is an order's id. Undefined if it is empty.
 */
export function soughtBy(text: string): Sought | undefined {
  const trimmed = text
    .trim()
    .replace(/^(["'`<])(.*)["'`>]$/s, '$2')
    .trim()
  if (trimmed === '') return undefined
  const value = idIn(trimmed)
  const kind = PREFIXES.find(([prefix]) => prefix.test(value))?.[1]
  if (kind !== undefined) return { kind, value }
  return { kind: /^[^\s@]+@[^\s@]+$/.test(trimmed) ? 'email' : 'order', value: trimmed }
}

/** `https://dashboard.stripe.com/test/payments/pi_1?tab=x` → `pi_1`; `evt_1-r2`, the job of a replay → `evt_1`. */
function idIn(text: string): string {
  const last = /^https:\/\//.test(text)
    ? (text
        .replace(/[?#].*$/s, '')
        .split('/')
        .findLast(Boolean) ?? text)
    : text
  return last.replace(/^(evt_\w+)-r\d+$/, '$1')
}
