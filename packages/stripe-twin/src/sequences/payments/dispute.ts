import type Stripe from 'stripe'
import type { Checkout } from '../sequence.ts'

type Dispute = Stripe.Dispute

const DAY_S = 86_400

/** What a dispute costs besides, in the units of most currencies. */
const FEE = 1_500

type Claim = Readonly<{ amount: number; reason: 'fraudulent' | 'product_not_received' }>

/** The buyer asked the bank to have the money back; the shop has a while to answer. */
export const openDispute = (
  { ids, now }: Checkout,
  charge: Stripe.Charge,
  { amount, reason }: Claim
): Dispute => ({
  id: ids.dispute(),
  object: 'dispute',
  amount,
  balance_transactions: [],
  charge: charge.id,
  created: now,
  currency: charge.currency,
  enhanced_eligibility_types: [],
  evidence: NO_EVIDENCE,
  evidence_details: {
    due_by: now + 9 * DAY_S,
    enhanced_eligibility: {},
    has_evidence: false,
    past_due: false,
    submission_count: 0,
    submission_method: 'not_submitted'
  },
  intended_submission_method: null,
  is_charge_refundable: false,
  livemode: false,
  metadata: {},
  payment_intent: charge.payment_intent,
  payment_method_details: {
    card: {
      brand: 'visa',
      case_type: 'chargeback',
      network: 'visa',
      network_reason_code: reason === 'fraudulent' ? '10.4' : '13.1'
    },
    type: 'card'
  },
  reason,
  status: 'needs_response'
})

/** The amount and a fee leave the shop's balance. */
export const withdraw = (checkout: Checkout, dispute: Dispute): Dispute => ({
  ...dispute,
  balance_transactions: [movedBy(checkout, dispute, -1)]
})

/** The amount comes back. */
export const reinstate = (checkout: Checkout, dispute: Dispute): Dispute => ({
  ...dispute,
  balance_transactions: [...dispute.balance_transactions, movedBy(checkout, dispute, 1)]
})

/** The shop has answered, and the bank looks at it. */
export const answer = (dispute: Dispute): Dispute => ({
  ...dispute,
  evidence: { ...dispute.evidence, uncategorized_text: 'The parcel was signed for.' },
  evidence_details: {
    ...dispute.evidence_details,
    has_evidence: true,
    submission_count: 1,
    submission_method: 'manual'
  },
  status: 'under_review'
})

/** The bank has decided. */
export const decide = (dispute: Dispute, status: 'won' | 'lost'): Dispute => ({ ...dispute, status })

function movedBy(
  { ids, now }: Checkout,
  { id, amount, currency }: Dispute,
  sign: 1 | -1
): Stripe.BalanceTransaction {
  const fee = sign === -1 ? FEE : 0
  return {
    id: ids.balanceTransaction(),
    object: 'balance_transaction',
    amount: sign * amount,
    available_on: now,
    balance_type: 'payments',
    created: now,
    currency,
    description: sign === -1 ? `Chargeback withdrawal for ${id}` : `Chargeback reversal for ${id}`,
    exchange_rate: null,
    fee,
    fee_details:
      fee === 0
        ? []
        : [{ amount: fee, application: null, currency, description: 'Dispute fee', type: 'stripe_fee' }],
    net: sign * amount - fee,
    reporting_category: sign === -1 ? 'dispute' : 'dispute_reversal',
    source: id,
    status: 'available',
    type: 'adjustment'
  }
}

const NO_EVIDENCE: Stripe.Dispute.Evidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null
}
