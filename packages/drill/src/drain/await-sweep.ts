import { askGaps } from '../fleet/ask-gaps.ts'

type Waiting = Readonly<{
  databaseUrl: string
  sleep: (ms: number) => Promise<void>
  now: () => number
  onLook: (text: string) => void
}>

/** A Redis that lost its memory has its schedules again after a minute. */
const SWEPT_WITHIN_MS = 180_000
const LOOK_EVERY_MS = 1_000

/** Waits until all that happened up to this time (ms since 1970) was compared with what came. False: no sweep came so far. */
export async function awaitSweep(
  upTo: number,
  { databaseUrl, sleep, now, onLook }: Waiting
): Promise<boolean> {
  const begun = now()
  for (; now() - begun < SWEPT_WITHIN_MS; await sleep(LOOK_EVERY_MS)) {
    const { accounts } = await askGaps(databaseUrl, 0)
    const asOf = accounts[0]?.asOf ?? null
    if (asOf !== null && Date.parse(asOf) >= upTo) return true
    onLook(`waiting for the sweep, which has come to ${asOf ?? 'nothing'}`)
  }
  return false
}
