import type { Alert, AlertKind } from './alert.ts'

/** What a shell takes as one plain word, and no program as an option. Whatever else an order may be called. */
const PLAIN_WORD = /^[A-Za-z0-9_][A-Za-z0-9_.@-]{0,99}$/

const FAILED_EVENTS =
  'select id, type, order_id, failed, attempts, error_code, error_text from events where failed is not null and finished is null order by failed desc limit 50;'

/**
 * What to type to see more, with the newest of these orders whose id needs no quotes: what is copied from a mail into a
 * shell must not be a stranger's.
 */
export function commandsFor(kind: AlertKind, newest: readonly Alert[]): string[] {
  const look = newest.flatMap(({ order, account }) => lookAt(order, account))[0]
  const looks = look === undefined ? [] : [look]
  if (kind === 'event.failed') return [...looks, FAILED_EVENTS]
  if (kind === 'event.missed') return ['npm run gaps']
  if (kind === 'money.different') return [...looks, 'npm run reconcile']
  if (kind === 'order.review') return looks.flatMap(line => [line, `${line} --approve --by you --why "…"`])
  return looks
}

function lookAt(order: string | null, account: string): string[] {
  if (order === null || ![order, account || 'own'].every(word => PLAIN_WORD.test(word))) return []
  return [`npm run order -- ${order}${account === '' ? '' : ` --account ${account}`}`]
}
