import { isObject } from '@paidonce/shared/stripe-event'
import { aboutPayment } from '../about-payment.ts'
import type { Told } from '../fact.ts'
import type { Reading } from '../reading.ts'
import { OwnFactsWrong } from './faults.ts'
import { isOwnKind, OWN_KINDS } from './kinds.ts'
import { id, knownId, type Rule, text } from './rules.ts'

const NOTHING: Reading = aboutPayment({ payment: null }, [])

/** Facts are looked at one by one, as they depend on their kind. */
const NAMED = { payment: knownId, order: id, session: id, email: text }

/**
 * What a shop's own function gave back, as a reading that the ledger can keep. `null` says that the event tells nothing.
 * Throws OwnFactsWrong for anything else that is no reading: better an event that fails where somebody sees it than an order
 * that rests on a misspelt field.
 */
export function checkReading(type: string, given: unknown): Reading {
  if (given === null) return NOTHING
  const wrong: Wrong = (place, rule) => new OwnFactsWrong(type, place, rule)
  if (!isObject(given)) throw wrong('what it gives', 'an object, or null')

  const { facts, ...named } = given
  const { payment, order, session, email } = fieldsOf(named, NAMED, '', wrong)
  if (!Array.isArray(facts)) throw wrong('facts', 'a list')
  const told = facts.map((fact, index) => toldBy(fact, `facts[${index}]`, wrong))
  const repeated = told.findIndex(({ kind }, index) =>
    told.some((other, at) => at < index && other.kind === kind)
  )
  if (repeated !== -1) throw wrong(`facts[${repeated}].kind`, 'another than those before it')
  return aboutPayment({ payment, order, session, email } as Parameters<typeof aboutPayment>[0], told)
}

type Wrong = (place: string, rule: string) => OwnFactsWrong

function toldBy(fact: unknown, place: string, wrong: Wrong): Told {
  if (!isObject(fact)) throw wrong(place, 'an object')
  const { kind, value = {}, ...rest } = fact
  if (!isOwnKind(kind)) throw wrong(`${place}.kind`, `one of ${Object.keys(OWN_KINDS).join(', ')}`)
  if (Object.keys(rest).length > 0) throw wrong(place, 'an object of kind and value alone')
  if (!isObject(value)) throw wrong(`${place}.value`, 'an object')
  return { kind, value: fieldsOf(value, OWN_KINDS[kind], `${place}.value`, wrong) } as Told
}

function fieldsOf(
  given: Readonly<Record<string, unknown>>,
  rules: Readonly<Record<string, Rule>>,
  place: string,
  wrong: Wrong
): Record<string, unknown> {
  const known = Object.keys(rules)
  if (!Object.keys(given).every(name => known.includes(name)))
    throw wrong(
      place || 'what it gives',
      `an object of no fields but ${[...known, ...(place ? [] : ['facts'])].join(', ') || 'none'}`
    )
  return Object.fromEntries(
    Object.entries(rules).map(([name, { is, read }]) => {
      const value = read(given[name])
      if (value === undefined) throw wrong(place ? `${place}.${name}` : name, is)
      return [name, value]
    })
  )
}
