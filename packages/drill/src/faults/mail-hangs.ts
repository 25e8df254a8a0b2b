import { between } from '@paidonce/stripe-twin/seed/random'
import type { Fault } from './fault.ts'

export const mailHangs: Fault = {
  about: 'the mail server takes letters and answers nothing for some seconds, then starts anew',
  part: 'mail',
  run: async ({ mail, workers, sleep }, random) => {
    mail.be('hangs')
    await sleep(between(random, 500, 3_000)).finally(() => {
      mail.be('takes')
      for (const { smtp } of workers) smtp.cut()
    })
    return 'done'
  }
}
