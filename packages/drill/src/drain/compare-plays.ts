import { compareOrder, fulfilmentsDue } from '@paidonce/stripe-twin/check/compare-order'
import { lettersIn, type Outcome } from '@paidonce/stripe-twin/check/outcome'
import type { Play } from '@paidonce/stripe-twin/sequences/play'
import type { PostOffice } from '../mail/post-office.ts'
import type { Shop } from '../redis/shop.ts'

/** What is wrong with an order as seen from outside: by the buyer, the shop and the plan of the twin. */
export type Wrong = Readonly<{
  order: string
  is: 'lost' | 'doubled' | 'wrong'
  says: string
  events: readonly string[]
}>

type Seen = Readonly<{
  outcomes: ReadonlyMap<string, Outcome>
  mail: Pick<PostOffice, 'takenFor' | 'hasRefused'>
  shop: Pick<Shop, 'shipmentsOf'>
}>

/** Compares each order with what its sequence says must become of it, and with what buyer and shop really got. Pure. */
export const comparePlays = (plays: readonly Play[], seen: Seen): Wrong[] =>
  plays.flatMap(play => comparePlay(play, seen))

function comparePlay(play: Play, { outcomes, mail, shop }: Seen): Wrong[] {
  const { order, expected } = play
  const outcome = outcomes.get(order.id)
  const events = play.steps.map(({ event }) => event.id)
  const wrong = (is: Wrong['is'], says: string): Wrong => ({ order: order.id, is, says, events })

  const differences = compareOrder(play, outcome && withRefused(outcome, mail.hasRefused(order.email)))
  const shipments = shop.shipmentsOf(order.id)
  const due = fulfilmentsDue(expected, outcome)
  const isLetterDue = outcome !== undefined && lettersIn(outcome, 'sent') > 0
  return [
    ...differences.map(({ what, expected, actual }) =>
      wrong('wrong', `${what}: ${actual} instead of ${expected}`)
    ),
    ...(shipments > due ? [wrong('doubled', `the shop was told ${shipments} times to ship it`)] : []),
    ...(shipments < due ? [wrong('lost', 'the shop was never told to ship it')] : []),
    ...(isLetterDue && mail.takenFor(order.email) === 0
      ? [wrong('lost', 'its letter is sent, and never came')]
      : [])
  ]
}

/** A letter that the mail server refused for good is given up, which is how it must end. */
function withRefused(outcome: Outcome, isRefused: boolean): Outcome {
  if (!isRefused) return outcome
  const letters = Object.entries(outcome.letters).map(([kind, { given_up: givenUp = 0, ...states }]) => [
    kind,
    givenUp === 0 ? states : { ...states, sent: (states.sent ?? 0) + givenUp }
  ])
  return { ...outcome, letters: Object.fromEntries(letters) }
}
