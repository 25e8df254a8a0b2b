import type { Command } from './run-command.ts'

type Entry = Readonly<{
  /** What it does, in the list of commands. */
  does: string
  /** Loaded when it is called: to find an order nothing of Stripe's or Redis's clients is needed. */
  load: () => Promise<Command>
}>

/** Every command, in the order in which they are listed. docs/command.md has the same. */
export const COMMANDS: Readonly<Record<string, Entry>> = {
  events: {
    does: 'finds events: by id, order, address, type, state, error or time',
    load: async () => (await import('./finding/events.ts')).events
  },
  orders: {
    does: 'finds orders: by id, address, status, mark or time',
    load: async () => (await import('./finding/orders.ts')).orders
  },
  letters: {
    does: 'finds letters: by order, address, kind, status or time',
    load: async () => (await import('./finding/letters.ts')).letters
  },
  failures: {
    does: 'what did not work, grouped by cause',
    load: async () => (await import('./finding/failures.ts')).failures
  },
  event: {
    does: 'shows everything known of one event',
    load: async () => (await import('./finding/event.ts')).event
  },
  order: {
    does: 'shows everything known of one order, or approves it',
    load: async () => (await import('./order.ts')).order
  },
  replay: {
    does: 'reads events again: those that failed, once the cause is mended',
    load: async () => (await import('./replay.ts')).replay
  },
  discard: {
    does: 'has failed events that nobody will mend stand among the failures no more',
    load: async () => (await import('./discard.ts')).discard
  },
  'mend-letters': {
    does: 'sends letters that could not be sent, or leaves them unsent',
    load: async () => (await import('./mend-letters.ts')).mendLetters
  },
  gaps: {
    does: 'whether events are missing that Stripe lists',
    load: async () => (await import('./gaps.ts')).gaps
  },
  reconcile: {
    does: 'whether the money agrees with Stripe',
    load: async () => (await import('./reconcile.ts')).reconcileCommand
  },
  doctor: {
    does: 'whether Stripe, Redis, PostgreSQL and paidonce fit together',
    load: async () => (await import('./doctor.ts')).doctor
  },
  'check-invariants': {
    does: 'whether everything holds that is promised',
    load: async () => (await import('./check-invariants.ts')).checkInvariantsCommand
  },
  rebuild: {
    does: 'reads the ledger again, by the present reading',
    load: async () => (await import('./rebuild.ts')).rebuildCommand
  },
  erase: {
    does: 'removes a person',
    load: async () => (await import('./erase.ts')).erase
  },
  users: {
    does: 'who may use the console',
    load: async () => (await import('./users.ts')).users
  },
  tokens: {
    does: 'with which programs use the console’s API',
    load: async () => (await import('./tokens.ts')).tokens
  }
}
