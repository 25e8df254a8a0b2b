/**
 * What may not be found where it does not belong, each with a text of its own that stands nowhere else in the project. The values
 * that programs get are built around these; looked for is the text alone, in whatever form it may have been written.
 */
export const MARKS = {
  'signing secret': 'vokelumptarizonew',
  'older signing secret': 'brindolfaquexiold',
  'password of PostgreSQL': 'tuwasgremolpikady',
  'password of Redis': 'huxervandoltimscy',
  'user of the mail server': 'plimkodrasvenufob',
  'password of the mail server': 'swodicratumbelnoy',
  'wrong password': 'gnatobelfurixmovd',
  'mistyped secret': 'dremicovalsuntopw',
  'name of a buyer': 'qurbanevoldimtasz',
  'address of a buyer': 'yelmodrisantovekx',
  'phone of a buyer': '90446682977553',
  'street of a buyer': 'zimpeldarnovestuk',
  metadata: 'cravoltimesundipoh',
  'header of a request': 'fandrumolexivtaspy',
  'path of a request': 'wolmizadrentuvoskel'
} as const

export type Mark = keyof typeof MARKS | 'signature'

/** As a person or a shop would choose them: nothing here may be split or cut by a sign that means something in a URL. */
export const passwordOf = (mark: Extract<Mark, `${string}password${string}`>) => `${MARKS[mark]}/+%&=é`

export const SECRETS = {
  current: `whsec_${MARKS['signing secret']}`,
  older: `whsec_${MARKS['older signing secret']}`
} as const

export const BUYER = {
  name: `Zoë ${MARKS['name of a buyer']}`,
  email: `${MARKS['address of a buyer']}+x@example.com`,
  phone: `+${MARKS['phone of a buyer']}`,
  street: `1 ${MARKS['street of a buyer']} "Lane"`
} as const
