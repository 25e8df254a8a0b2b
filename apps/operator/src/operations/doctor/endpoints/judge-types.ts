import { checkout } from '@paidonce/core/facts/checkout'
import { disputes } from '@paidonce/core/facts/disputes'
import { paymentIntents } from '@paidonce/core/facts/payment-intents'
import { refunds } from '@paidonce/core/facts/refunds'
import { about, type Finding } from '../finding.ts'
import { counted, some } from '../words.ts'

const { ok, warning, problem } = about('endpoint')

const ADD = 'Add them on the endpoint’s page at Stripe; docs/going-live.md lists all.'

/** Compares what the endpoints have enabled with what is acted on: our own types, and `ownTypes` of the shop. */
export function judgeTypes(enabled: readonly string[], ownTypes: readonly string[]): Finding[] {
  const has = (type: string) => enabled.includes('*') || enabled.includes(type)
  const missing = [
    ...new Set([...paymentsMissing(has), ...plainlyMissing(has), ...ownMissing(has, ownTypes)])
  ]
  return [
    ...(missing.length > 0 ? missing : [ok('All event types that matter here are enabled.')]),
    ...surplus(enabled, ownTypes)
  ]
}

type Has = (type: string) => boolean

const lacking = (types: readonly string[], has: Has) => types.filter(type => !has(type))

/** A shop sells at Checkout, or by payment intents of its own: the other family may be left out, but not by halves. */
function paymentsMissing(has: Has): Finding[] {
  const families = [checkout, paymentIntents].map(family => Object.keys(family))
  if (families.every(types => !types.some(has)))
    return [
      problem(
        'No event type that tells of payments is enabled: no order is ever fulfilled.',
        'Add checkout.session.* on the endpoint’s page at Stripe; docs/going-live.md lists all.'
      )
    ]
  const [atCheckout = [], byIntents = []] = families.map(types =>
    types.some(has) ? lacking(types, has) : []
  )
  return [
    ...(atCheckout.length === 0
      ? []
      : [problem(`Not enabled: ${some(atCheckout)}. Orders that these tell of are not seen.`, ADD)]),
    ...(byIntents.length === 0
      ? []
      : [
          byIntents.includes('payment_intent.succeeded')
            ? problem(`Not enabled: ${some(byIntents)}. Payments outside of Checkout are not seen.`, ADD)
            : warning(
                `Not enabled: ${some(byIntents)}. Payments outside of Checkout are seen late or by halves.`,
                ADD
              )
        ])
  ]
}

function plainlyMissing(has: Has): Finding[] {
  const missing = lacking([...Object.keys(refunds), ...Object.keys(disputes)], has)
  return missing.length === 0
    ? []
    : [warning(`Not enabled: ${some(missing)}. Refunds or disputes do not stand beside their orders.`, ADD)]
}

function ownMissing(has: Has, ownTypes: readonly string[]): Finding[] {
  const missing = lacking(ownTypes, has)
  return missing.length === 0
    ? []
    : [
        problem(
          `OWN_FACTS reads ${some(missing)}, which ${missing.length === 1 ? 'is' : 'are'} not enabled.`,
          ADD
        )
      ]
}

function surplus(enabled: readonly string[], ownTypes: readonly string[]): Finding[] {
  if (enabled.includes('*'))
    return [
      warning(
        'All event types are enabled (*): each delivery of one that nobody acts on is answered 200 and ignored.',
        'Name the types of docs/going-live.md instead, and nothing is sent for nothing.'
      )
    ]
  const acted = [checkout, paymentIntents, refunds, disputes].flatMap(family => Object.keys(family))
  const ignored = enabled.filter(type => !acted.includes(type) && !ownTypes.includes(type))
  return ignored.length === 0
    ? []
    : [
        warning(
          `${counted(ignored.length, 'type')} enabled that nobody acts on: ${some(ignored)}.`,
          'Take them out on the endpoint’s page, or read them with OWN_FACTS. They do no harm.'
        )
      ]
}
