import { UsageError } from './usage-error.ts'

/** One option of the command line. Without `argument` it is a switch. */
export type Option<Value> = Readonly<{
  argument?: string
  about: string
  group: Group
  /** Throws UsageError. A switch that is given reads as ''. */
  read: (text: string) => Value
}>

export const GROUPS = ['What happens', 'Disorder', 'Where to', 'Checking', 'Help'] as const
type Group = (typeof GROUPS)[number]

const wholeNumber =
  (least: number, most = Number.MAX_SAFE_INTEGER) =>
  (text: string): number => {
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= least && value <= most) return value
    throw new UsageError(
      `must be a whole number, ${least} or more${most < 1e9 ? ` and at most ${most}` : ''}`
    )
  }

const matching = (pattern: RegExp, sentence: string) => (text: string) => {
  if (pattern.test(text)) return text
  throw new UsageError(sentence)
}

const share = (text: string): number => {
  const value = Number(text)
  if (text.trim() !== '' && value >= 0 && value <= 1) return value
  throw new UsageError('must be a share between 0 and 1, such as 0.2')
}

const webUrl = (text: string): string => {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text
  throw new UsageError('must be a URL that starts with http:// or https://')
}

const option = <Value>(
  group: Group,
  argument: string,
  about: string,
  read: (text: string) => Value
): Option<Value> => ({ group, argument, about, read })

const flag = (group: Group, about: string): Option<true> => ({ group, about, read: () => true })

/** The whole command line, in the order of `--help`. */
export const OPTIONS = {
  order: option(
    'What happens',
    '<id>',
    "the order's id; a new one if not given",
    matching(/^[^\p{Cc}]{1,200}$/u, 'must be 1 to 200 characters')
  ),
  orders: option(
    'What happens',
    '<n>',
    'so many orders instead of one; a mix has 100',
    wholeNumber(1, 1_000_000)
  ),
  amount: option(
    'What happens',
    '<n>',
    "in the currency's smallest unit: 1999 eur is €19.99, 1999 jpy is ¥1,999",
    wholeNumber(0, 99_999_999)
  ),
  currency: option('What happens', '<code>', 'such as eur, usd, vnd, jpy', (text: string) =>
    matching(/^[a-z]{3}$/, 'must be a code of three letters, such as eur')(text.toLowerCase())
  ),
  email: option(
    'What happens',
    '<address>',
    "the buyer's address",
    matching(/^[^\s@]+@[^\s@]+$/, 'must be an e-mail address')
  ),
  name: option(
    'What happens',
    '<text>',
    "the buyer's name",
    matching(/^.{1,200}$/u, 'must be 1 to 200 characters')
  ),
  locale: option(
    'What happens',
    '<tag>',
    'the language of the checkout page: vi, en, de, auto …',
    matching(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag, such as vi')
  ),
  seed: option(
    'What happens',
    '<text>',
    'the same seed and order ids give the same events; random if not given',
    matching(/^[A-Za-z0-9_-]{1,32}$/, 'must be 1 to 32 letters, digits, - or _')
  ),

  duplicates: option(
    'Disorder',
    '<share>',
    'a share of the events is delivered twice, at once or later: 0.2',
    share
  ),
  shuffle: flag('Disorder', 'all events of all orders in any order'),
  lose: option(
    'Disorder',
    '<share>',
    'a share of the events is never delivered; the twin lists them all the same: 0.05',
    share
  ),
  delay: option('Disorder', '<ms>', 'each delivery is held back by up to so long', wholeNumber(0, 600_000)),

  to: option('Where to', '<url>', 'instead of the running `npm start`', webUrl),
  secret: option(
    'Where to',
    '<whsec_…>',
    'to sign with, instead of the one of `npm start`',
    matching(/^whsec_\S+$/, 'must start with whsec_')
  ),
  twin: option('Where to', '<url>', "the twin's API: it then knows what happened too", webUrl),
  concurrency: option('Where to', '<n>', 'requests at a time (20)', wholeNumber(1, 500)),
  'retry-for': option(
    'Where to',
    '<s>',
    'how long an event that is not taken is sent again (60)',
    wholeNumber(0, 86_400)
  ),

  check: flag('Checking', 'waits until all is done, then compares each order with what it should be'),
  wait: option('Checking', '<s>', 'how long to wait for that (120)', wholeNumber(1, 86_400)),

  list: flag('Help', 'shows all sequences'),
  help: flag('Help', 'shows this')
} as const

type Options = typeof OPTIONS
export type OptionName = keyof Options
export type OptionValues = { readonly [Name in OptionName]?: ReturnType<Options[Name]['read']> }
