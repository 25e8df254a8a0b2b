import type { Mark } from './marks.ts'

const BUYER: readonly Mark[] = [
  'address of a buyer',
  'metadata',
  'name of a buyer',
  'phone of a buyer',
  'street of a buyer'
]
const WRITTEN_TO: readonly Mark[] = ['address of a buyer', 'name of a buyer']

/**
 * Every place that may hold something of a buyer's, and what. No place may hold a secret, a signature, or what came with a
 * request beside its body. docs/security.md has the same table for people.
 */
export const KEPT: Readonly<Record<string, readonly Mark[]>> = {
  'Redis: data of an event’s job': BUYER,
  'PostgreSQL: events.payload': BUYER,
  'PostgreSQL: events.email': ['address of a buyer'],
  'PostgreSQL: facts.value': WRITTEN_TO,
  'PostgreSQL: letters.recipient': ['address of a buyer'],
  'PostgreSQL: letters.address': ['address of a buyer'],
  'the letter itself': WRITTEN_TO,
  'npm run order': ['address of a buyer'],
  'npm run order --json': WRITTEN_TO
}
