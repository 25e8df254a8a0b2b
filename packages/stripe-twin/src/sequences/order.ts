import { between, pick, type Random } from '../seed/random.ts'

/** What a shop sells to whom. `amount` is in the units Stripe counts in, `currency` an ISO code in lower case. */
export type Order = Readonly<{
  id: string
  amount: number
  currency: string
  email: string
  name: string
  /** As Checkout tells it: a tag, `auto`, or null. */
  locale: string | null
}>

/** What is asked for; the seed decides the rest. */
export type Wishes = Partial<Omit<Order, 'id'>>

const BUYERS = [
  { name: 'Nguyễn Thị Lan', mailbox: 'lan', locale: 'vi' },
  { name: 'Trần Văn Minh', mailbox: 'minh', locale: 'vi' },
  { name: 'Grace Hopper', mailbox: 'grace', locale: 'en' },
  { name: 'Anna Schäfer', mailbox: 'anna', locale: 'de' },
  { name: '佐藤 花子', mailbox: 'hanako', locale: 'ja' },
  { name: "Siobhán O'Brien", mailbox: 'siobhan', locale: 'auto' },
  { name: 'José Álvarez', mailbox: 'jose', locale: null }
] as const

/** What an ordinary basket costs: from, to, and the step between prices. */
const BASKETS = [
  { currency: 'eur', from: 500, to: 30_000, step: 1 },
  { currency: 'usd', from: 500, to: 30_000, step: 1 },
  { currency: 'vnd', from: 50_000, to: 5_000_000, step: 1_000 },
  { currency: 'jpy', from: 500, to: 50_000, step: 10 }
] as const

/** An order with this id: as wished, and otherwise as the stream says. */
export function drawOrder(random: Random, id: string, wishes: Wishes): Order {
  const buyer = pick(random, BUYERS)
  const { currency, from, to, step } =
    BASKETS.find(basket => basket.currency === wishes.currency) ?? pick(random, BASKETS)
  const drawn = {
    amount: between(random, from / step, to / step) * step,
    currency,
    email: `${buyer.mailbox}+${id.replaceAll(/[^A-Za-z0-9-]/g, '-')}@example.com`,
    name: buyer.name,
    locale: buyer.locale
  }
  return { id, ...drawn, ...wishes }
}
