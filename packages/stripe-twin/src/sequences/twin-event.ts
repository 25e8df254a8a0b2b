import type Stripe from 'stripe'

/** The events the twin sends. */
export type TwinEvent = CheckoutEvent | IntentEvent | RefundEvent | DisputeEvent

type CheckoutEvent =
  | Stripe.CheckoutSessionCompletedEvent
  | Stripe.CheckoutSessionAsyncPaymentSucceededEvent
  | Stripe.CheckoutSessionAsyncPaymentFailedEvent
  | Stripe.CheckoutSessionExpiredEvent

type IntentEvent =
  | Stripe.PaymentIntentCreatedEvent
  | Stripe.PaymentIntentSucceededEvent
  | Stripe.PaymentIntentPaymentFailedEvent
  | Stripe.PaymentIntentProcessingEvent
  | Stripe.PaymentIntentRequiresActionEvent
  | Stripe.PaymentIntentPartiallyFundedEvent
  | Stripe.PaymentIntentAmountCapturableUpdatedEvent
  | Stripe.PaymentIntentCanceledEvent
  | Stripe.ChargeSucceededEvent
  | Stripe.ChargeFailedEvent

type RefundEvent =
  | Stripe.ChargeRefundedEvent
  | Stripe.ChargeRefundUpdatedEvent
  | Stripe.RefundCreatedEvent
  | Stripe.RefundUpdatedEvent
  | Stripe.RefundFailedEvent

type DisputeEvent =
  | Stripe.ChargeDisputeCreatedEvent
  | Stripe.ChargeDisputeUpdatedEvent
  | Stripe.ChargeDisputeFundsWithdrawnEvent
  | Stripe.ChargeDisputeFundsReinstatedEvent
  | Stripe.ChargeDisputeClosedEvent
  | Stripe.RadarEarlyFraudWarningCreatedEvent
  | Stripe.ReviewOpenedEvent
  | Stripe.ReviewClosedEvent

/** What an event shows as it was at that moment. */
export type TwinObject = TwinEvent['data']['object']

export type EventOf<Type extends TwinEvent['type']> = Extract<TwinEvent, { type: Type }>

/** Sent beside the others, as Stripe does. paidonce answers 200 and forgets them: they say nothing that the others do not. */
const ASIDE: ReadonlySet<string> = new Set<TwinEvent['type']>([
  'payment_intent.created',
  'charge.succeeded',
  'charge.failed'
])

export const isAside = ({ type }: Readonly<{ type: string }>): boolean => ASIDE.has(type)
