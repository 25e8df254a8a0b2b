import type { WantedList } from '@paidonce/ledger/line-items/claim-line-item-lists'
import type { LineItem } from '@paidonce/shared/line-item'
import { retryDelayMs } from '../batches/retry-delay.ts'

type Refused = Readonly<{ verdict: 'retry' | 'give_up'; reason: string }>

type Ports = Readonly<{
  claim: (limit: number, leaseMs: number) => Promise<readonly WantedList[]>
  fetch: (list: WantedList) => Promise<readonly LineItem[]>
  store: (list: WantedList, lines: readonly LineItem[]) => Promise<void>
  postpone: (list: WantedList, delayMs: number, reason: string) => Promise<unknown>
  giveUp: (list: WantedList, reason: string) => Promise<unknown>
  verdict: (error: unknown) => Refused
  onRefused: (list: WantedList, refused: Refused) => void
  /** An announcement waits for them, or is owed now. */
  onStored: () => void
  now: () => number
}>

const AT_ONCE = 20

/** A worker that dies over a list gives it back so late. */
const LEASE_MS = 300_000

const RETRY = { baseMs: 1_000, capMs: 600_000 }

/** Stripe keeps no session from us for so long. */
const GIVE_UP_AFTER_MS = 3 * 86_400_000

/** Fetches lines that are wanted. Stripe slow, away or refusing delays them, and nothing else. True: there is more. */
export async function fetchWantedLineItems(ports: Ports): Promise<boolean> {
  const lists = await ports.claim(AT_ONCE, LEASE_MS)
  const outcomes = await Promise.allSettled(lists.map(list => fetchOne(list, ports)))
  const failed = outcomes.find(outcome => outcome.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  return lists.length === AT_ONCE
}

async function fetchOne(list: WantedList, ports: Ports): Promise<void> {
  const lines = await ports.fetch(list).catch((error: unknown) => ports.verdict(error))
  if (!('verdict' in lines)) {
    await ports.store(list, lines)
    ports.onStored()
    return
  }
  ports.onRefused(list, lines)
  const isOver = ports.now() - list.wanted.getTime() > GIVE_UP_AFTER_MS
  if (lines.verdict === 'give_up' || isOver) await ports.giveUp(list, lines.reason)
  else await ports.postpone(list, retryDelayMs(list.attempts, RETRY), lines.reason)
}
