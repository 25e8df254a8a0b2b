import { registerDelivered, registerPlays } from '../api/control/register-plays.ts'
import { loseSome } from '../lose/lose-some.ts'
import type { Run } from './make-run.ts'
import type { Line } from './screen.ts'
import { UsageError } from './usage-error.ts'
import { counted } from './words.ts'

type Told = Readonly<{
  /** What is left of it to deliver. */
  run: Run
  /** Ids of the events that are never delivered. */
  lost: ReadonlySet<string>
}>

/** Before anything is delivered the twin hears of all of it. Throws UsageError. */
export async function tellTwin(twinUrl: string, run: Run, share: number): Promise<Told> {
  const withheld = await registerPlays(twinUrl, run.plays).catch(() => {
    throw new UsageError(`${twinUrl} did not take what happens: is it the address of a running twin?`)
  })
  const byChance = loseSome(run.deliveries, { share, seed: run.seed })
  const deliveries = byChance.deliveries.filter(({ event }) => !withheld.has(event.id))
  return { run: { ...run, deliveries }, lost: new Set([...byChance.lost, ...withheld]) }
}

/** Afterwards it hears what was taken; if it is gone by then, so are its lists. */
export const tellTwinTaken = (twinUrl: string, acceptedIds: Iterable<string>): Promise<void> =>
  registerDelivered(twinUrl, acceptedIds).catch(() => undefined)

export const lostLine = (lost: ReadonlySet<string>): Line => [
  ['strong', 'Lost'],
  `  ${counted(lost.size, 'event')} on purpose: the twin knows what happened, the webhook never hears`
]
