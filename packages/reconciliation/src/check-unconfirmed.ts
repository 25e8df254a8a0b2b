import type { Difference } from '@paidonce/core/reconciling/difference'
import type { Unconfirmed } from '@paidonce/ledger/reconciling/confirm-fulfilments'

type Ports = Readonly<{
  unconfirmed: (after: Unconfirmed | undefined) => Promise<readonly Unconfirmed[]>
  /** What Stripe says of one payment; undefined where it cannot be asked. */
  atStripe: (payment: string) => Promise<string | undefined>
  confirm: (payments: readonly string[]) => Promise<unknown>
  note: (differences: readonly Difference[]) => Promise<unknown>
  goOn: () => void
}>

/**
 * Asks Stripe one by one for payments that fulfilled and stood in no list as paid: those that began before the window, and
 * those that are not paid. Gives how many it asked for.
 */
export async function checkUnconfirmed({
  unconfirmed,
  atStripe,
  confirm,
  note,
  goOn
}: Ports): Promise<number> {
  let asked = 0
  for (let after: Unconfirmed | undefined; ; ) {
    const page = await unconfirmed(after)
    after = page.at(-1)
    if (after === undefined) return asked

    for (const { payment, order } of page) {
      goOn()
      const says = await atStripe(payment)
      asked += 1
      if (says === 'paid') await confirm([payment])
      else if (says !== undefined)
        await note([
          { kind: 'fulfilled_not_paid', about: payment, payment, order, atStripe: says, known: 'fulfilled' }
        ])
    }
  }
}
