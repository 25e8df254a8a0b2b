import { SpeakingError } from '@paidonce/shared/describe-error'
import type { Ledger } from './pool.ts'
import { run } from './transaction.ts'

type Mode = 'test' | 'live'

/** Makes this database one of `mode`, for ever. Throws WrongMode when it is one of the other. */
export async function claimMode(ledger: Ledger, mode: Mode): Promise<void> {
  const [row] = await run<{ mode: Mode }>(ledger, {
    name: 'claim-mode',
    text: `
      insert into paidonce (mode) values ($1)
      on conflict (only_row) do update set mode = paidonce.mode
      returning mode`,
    values: [mode]
  })
  if (row?.mode !== mode) throw new WrongMode(mode)
}

export class WrongMode extends SpeakingError {
  override readonly name = 'WrongMode'
  readonly code = 'WRONG_MODE'

  constructor(mode: Mode) {
    const other = mode === 'live' ? 'test' : 'live'
    super(
      `this database holds ${other} orders and STRIPE_MODE is ${mode}: give each mode a database of its own`
    )
  }
}
