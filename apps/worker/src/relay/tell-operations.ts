import { type Alerts, countAlerts } from '@paidonce/core/operations/gather-alerts'
import type { Gathering } from '@paidonce/ledger/operations/gather-operations-mail'
import type { TakenMail } from '@paidonce/ledger/operations/take-operations-mail'
import { retryDelayMs } from '../batches/retry-delay.ts'

type Ports = Readonly<{
  /** Opens a mail if there is something to tell; its time comes later. */
  open: () => Promise<unknown>
  take: (leaseMs: number) => Promise<TakenMail | undefined>
  gather: (id: string, limit: number) => Promise<Gathering>
  send: (mail: TakenMail, alerts: Alerts) => Promise<void>
  finish: (id: string) => Promise<unknown>
  postpone: (id: string, delayMs: number, reason: string) => Promise<unknown>
  /** Why it could not be sent, without an address. */
  reasonOf: (error: unknown) => string
  onSent: (mail: TakenMail, alerts: number) => void
  onRefused: (mail: TakenMail, reason: string) => void
}>

/** A worker that dies over a mail gives it back so late. Longer than any try of a mail server takes. */
const LEASE_MS = 300_000

const RETRY = { baseMs: 5_000, capMs: 300_000 }

/** Rows of each sort that are locked at once. */
const PORTION = 1_000

/**
 * Sends the mail whose time has come, or opens one if there is something to tell. A death anywhere loses nothing; between
 * sending and saying so it sends the same mail again. A mail server that refuses is asked again for as long as it takes:
 * who is told nothing should at least not lose it.
 */
export async function tellOperations(ports: Ports): Promise<boolean> {
  const mail = await ports.take(LEASE_MS)
  if (mail === undefined) {
    await ports.open()
    return false
  }
  const alerts = mail.isGathered ? mail.alerts : await gatherAll(mail.id, ports)
  if (alerts !== undefined) await sendOnce(mail, alerts, ports)
  return false
}

async function gatherAll(id: string, { gather }: Ports): Promise<Alerts | undefined> {
  for (;;) {
    const gathering = await gather(id, PORTION)
    if (gathering.state === 'nothing') return undefined
    if (gathering.state === 'complete') return gathering.alerts
  }
}

async function sendOnce(mail: TakenMail, alerts: Alerts, ports: Ports): Promise<void> {
  const refusal = await ports.send(mail, alerts).then(
    () => undefined,
    (error: unknown) => ({ reason: ports.reasonOf(error) })
  )
  if (refusal === undefined) {
    await ports.finish(mail.id)
    ports.onSent(mail, countAlerts(alerts))
    return
  }
  ports.onRefused(mail, refusal.reason)
  await ports.postpone(mail.id, retryDelayMs(mail.attempts, RETRY), refusal.reason)
}
