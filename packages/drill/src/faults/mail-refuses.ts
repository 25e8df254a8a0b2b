import { between } from '@paidonce/stripe-twin/seed/random'
import type { Fault } from './fault.ts'

export const mailRefuses: Fault = {
  about: 'the mail server answers "never" (550) for some seconds',
  part: 'mail',
  run: async ({ mail, sleep }, random) => {
    mail.be('refuses')
    await sleep(between(random, 500, 3_000)).finally(() => mail.be('takes'))
    return 'done'
  }
}
