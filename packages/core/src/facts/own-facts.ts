import { isEventType, isObject, type StripeEvent } from '@paidonce/shared/stripe-event'
import { UnusableModule } from '@paidonce/shared/unusable-module'
import type { FactValues } from './fact.ts'
import { checkReading } from './own/check-reading.ts'
import { OwnFactsThrew, OwnFactsWrong } from './own/faults.ts'
import type { OwnKind } from './own/kinds.ts'
import type { FactsTable, Reading, ReadingRules } from './reading.ts'

/*
 * A shop reads one more event: a module of its own exports `facts`, which has a function for each type. These stand beside the
 * built-in ones, or in their place. docs/own-facts.md tells shops how.
 */

/** Fields that may be left out of a value. */
type MayBeAbsent = 'email' | 'name' | 'locale' | 'session' | 'charge' | 'method' | 'status' | 'reason'

type OwnValue<Value> = Readonly<
  Omit<Value, MayBeAbsent> & Partial<Pick<Value, Extract<keyof Value, MayBeAbsent>>>
>

export type OwnFact = {
  [Kind in OwnKind]: Readonly<{ kind: Kind; value: OwnValue<FactValues[Kind]> }>
}[OwnKind]

/** What an own function gives back. References may be expanded. */
export type OwnReading = Readonly<{
  payment: unknown
  order?: unknown
  session?: unknown
  email?: string | null
  facts: readonly OwnFact[]
}>

/** What the module exports as `facts`. `null`: the event tells nothing. */
export type OwnFacts = Readonly<
  Record<string, (event: StripeEvent, rules: ReadingRules) => OwnReading | null>
>

export const OWN_FACTS = 'OWN_FACTS'

type Load = (wanted: Readonly<{ setting: string; path: string; name: string }>) => Promise<unknown>

/** The shop's own readings, of the module that the setting names, if it is set. Throws UnusableModule. */
export async function loadOwnFacts(path: string | undefined, load: Load): Promise<FactsTable> {
  return path === undefined ? {} : ownTable(await load({ setting: OWN_FACTS, path, name: 'facts' }))
}

/** The readings that a module exports, each checked whenever it is used. Throws UnusableModule. */
export function ownTable(exported: unknown): FactsTable {
  if (!isObject(exported)) throw new UnusableModule(OWN_FACTS, 'facts is not an object of functions')
  return Object.fromEntries(
    Object.entries(exported).map(([type, tell]) => {
      if (!isEventType(type)) throw new UnusableModule(OWN_FACTS, `a key of facts is no event type`)
      if (!isPlainFunction(tell))
        throw new UnusableModule(OWN_FACTS, `facts of ${type} must be a function, and not an async one`)
      return [type, (event: StripeEvent, rules: ReadingRules) => readOwn(tell, event, rules)]
    })
  )
}

type Tell = (event: StripeEvent, rules: ReadingRules) => unknown

/** Async functions and generators are of other classes: a reading cannot wait for anything. */
const isPlainFunction = (value: unknown): value is Tell =>
  Object.prototype.toString.call(value) === '[object Function]'

/** The function gets a copy of the event, for the ledger keeps what Stripe sent. */
function readOwn(tell: Tell, event: StripeEvent, rules: ReadingRules): Reading {
  try {
    const given = withoutPromise(tell(structuredClone(event), rules))
    return checkReading(event.type, given)
  } catch (error) {
    throw error instanceof OwnFactsWrong ? error : new OwnFactsThrew(event.type, error)
  }
}

/** Nobody waits for a promise, and if it fails it must not end the program. */
function withoutPromise(given: unknown): unknown {
  if (!(given instanceof Promise)) return given
  given.catch(() => undefined)
  return undefined
}
