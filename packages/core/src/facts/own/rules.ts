import { isObject } from '@paidonce/shared/stripe-event'
import { amountOf, idOf, textOf } from '../fields.ts'

/** What may stand in one field of an own reading. */
export type Rule = Readonly<{
  /** In words, to end a sentence that begins with "it must be". */
  is: string
  /** The value as the ledger keeps it; undefined for one that is wrong. */
  read: (value: unknown) => unknown
}>

/** May be left out. What is too long counts as not there, as in every event. */
export const text: Rule = {
  is: 'a text, or null',
  read: value => {
    if (value === undefined || value === null) return null
    return typeof value === 'string' ? textOf(value) : undefined
  }
}

/** May be left out; an expanded reference stands for its id. */
export const id: Rule = {
  is: 'an id, or null',
  read: value => text.read(isObject(value) && 'id' in value ? value.id : value)
}

export const knownId: Rule = { is: 'an id', read: value => idOf(value) ?? undefined }

export const knownAmount: Rule = {
  is: 'a whole number of minor units, 0 or more',
  read: value => {
    const amount = amountOf(value)
    return amount !== null && amount >= 0 ? amount : undefined
  }
}

/** Must not be left out: a name that is mistyped would be a payment of unknown amount. */
export const amount: Rule = {
  is: `${knownAmount.is}, or null`,
  read: value => (value === null ? null : knownAmount.read(value))
}

/** The same. Registered orders are compared with it letter by letter. */
export const currency: Rule = {
  is: 'three small letters such as eur, or null',
  read: value =>
    value === null || (typeof value === 'string' && /^[a-z]{3}$/.test(value)) ? value : undefined
}

export const flag: Rule = {
  is: 'true or false',
  read: value => (typeof value === 'boolean' ? value : undefined)
}
