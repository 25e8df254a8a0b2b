import type { NewOperator } from './make-operator.ts'

type Shown = Readonly<{
  webhookUrl: string
  webhookSecret: string
  mailUrl: string
  consoleUrl: string
  operator: NewOperator | undefined
  /** Where payments are refunded and disputed by hand, unless Stripe itself takes them. */
  paymentsUrl?: string
  /** The example shop, if it runs, and whether it sells through Stripe itself. */
  shop?: Readonly<{ url: string; isAtStripe: boolean }>
  /** Whether the user has set a signing secret of a Stripe account. */
  hasOwnSecret: boolean
  color: boolean
}>

const labelWidth = 17

type Group = readonly (readonly [label: string, lines: readonly string[]])[]
type Styles = Readonly<Record<'bold' | 'soft', (text: string) => string>>

/** The block that says where everything is and what to try next, aligned in two columns. */
export function welcome(shown: Shown): string {
  const { webhookUrl, webhookSecret, mailUrl, hasOwnSecret, color } = shown
  const style = (code: number) => (text: string) => (color ? `\u001b[${code}m${text}\u001b[0m` : text)
  const bold = style(1)
  const soft = style(2)
  const secretFirst = [
    'stripe listen --print-secret',
    soft('put what it prints into .env as STRIPE_WEBHOOK_SECRET=whsec_…, start again, then:')
  ]
  const groups: readonly Group[] = [
    [['Console', [bold(shown.consoleUrl), ...signInLines(shown.operator).map(soft)]]],
    ...shopGroup(shown, { bold, soft }),
    [
      ['Webhook URL', [bold(webhookUrl)]],
      ['Signing secret', [webhookSecret]],
      ['Letters', [bold(mailUrl)]],
      ['All addresses', ['.local/run.json']]
    ],
    [
      [
        'Try it',
        [
          bold('npm run trigger -- card --order 1001'),
          soft('in another terminal: a buyer pays order 1001 by card')
        ]
      ]
    ],
    [['Stripe account', [...(hasOwnSecret ? [] : secretFirst), `stripe listen --forward-to ${webhookUrl}`]]],
    [['Stop', ['Ctrl-C']]]
  ]
  const blocks = groups.map(group =>
    group.flatMap(([label, lines]) =>
      lines.map((line, index) => `  ${soft((index === 0 ? label : '').padEnd(labelWidth))}${line}`)
    )
  )
  return `\n  ${bold('paidonce is running')}\n\n${blocks.map(lines => lines.join('\n')).join('\n\n')}\n\n`
}

const signInLines = (operator: NewOperator | undefined): string[] =>
  operator
    ? [`sign in as ${operator.name} with the password ${operator.password}`, 'it is shown this once; keep it']
    : ['sign in as before; forgotten: npx --no-install paidonce users change operator --new-password']

function shopGroup({ shop, paymentsUrl }: Shown, { bold, soft }: Styles): Group[] {
  if (shop === undefined) return []
  const how = shop.isAtStripe
    ? 'it sells through Stripe, and hears of payments only while `stripe listen` (below) runs'
    : 'open it and buy something: a stand-in for Stripe takes the payment, and no money moves'
  const payments: Group = paymentsUrl
    ? [['Payments', [bold(paymentsUrl), soft('refund one, or let its buyer dispute it')]]]
    : []
  return [[['Shop', [bold(shop.url), soft(how)]], ...payments]]
}
