import { listenLines } from './listen-lines.ts'

type Shown = Readonly<{
  webhookUrl: string
  webhookSecret: string
  mailUrl: string
  /** Whether the user has set a signing secret of a Stripe account. */
  hasOwnSecret: boolean
  color: boolean
}>

const labelWidth = 17

/** The block that says where everything is and what to try next, aligned in two columns. */
export function welcome({ webhookUrl, webhookSecret, mailUrl, hasOwnSecret, color }: Shown): string {
  const style = (code: number) => (text: string) => (color ? `\u001b[${code}m${text}\u001b[0m` : text)
  const bold = style(1)
  const soft = style(2)
  const secretFirst = [
    'stripe listen --print-secret',
    soft('put what it prints into .env as STRIPE_WEBHOOK_SECRET=whsec_…, start again, then:')
  ]
  const groups: readonly (readonly [label: string, lines: readonly string[]])[][] = [
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
    [['Stripe account', [...(hasOwnSecret ? [] : secretFirst), ...listenLines(webhookUrl)]]],
    [['Stop', ['Ctrl-C']]]
  ]
  const shown = groups.map(group =>
    group.flatMap(([label, lines]) =>
      lines.map((line, index) => `  ${soft((index === 0 ? label : '').padEnd(labelWidth))}${line}`)
    )
  )
  return `\n  ${bold('paidonce is running')}\n\n${shown.map(lines => lines.join('\n')).join('\n\n')}\n\n`
}
