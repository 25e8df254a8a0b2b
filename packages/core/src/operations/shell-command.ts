import type { Alert, AlertKind } from './alert.ts'

/** What a shell takes as one plain word, and no program as an option. Whatever else an order may be called. */
const PLAIN_WORD = /^[A-Za-z0-9_][A-Za-z0-9_.@-]{0,99}$/

/**
 * What to type to see more, with the newest of these orders or events whose id needs no quotes: what is copied from a mail
 * into a shell must not be a stranger's.
 */
export function commandsFor(kind: AlertKind, newest: readonly Alert[]): string[] {
  if (kind === 'event.failed')
    return [...newest.flatMap(mendEvent).slice(0, 2), 'npx --no-install paidonce failures']
  const look = newest.flatMap(({ order, account }) => lookAt(order, account))[0]
  const looks = look === undefined ? [] : [look]
  if (kind === 'event.missed') return ['npx --no-install paidonce gaps']
  if (kind === 'money.different') return [...looks, 'npx --no-install paidonce reconcile']
  if (kind === 'order.review') return looks.flatMap(line => [line, `${line} --approve --by you --why "…"`])
  return looks
}

function lookAt(order: string | null, account: string): string[] {
  if (order === null || ![order, account || 'own'].every(word => PLAIN_WORD.test(word))) return []
  return [`npx --no-install paidonce order ${order}${account === '' ? '' : ` --account ${account}`}`]
}

/** By the event: of an order that nothing else told of, nothing is known while it is not settled. */
const mendEvent = ({ about }: Alert): string[] =>
  about !== null && PLAIN_WORD.test(about)
    ? [
        `npx --no-install paidonce event ${about}`,
        `npx --no-install paidonce replay ${about} --by you --why "…"`
      ]
    : []
