// For subscriptions without Checkout: the first invoice pays the order that the subscription's metadata names.
export const facts = {
  'invoice.paid': ({ data: { object: invoice } }) => {
    if (invoice.billing_reason !== 'subscription_create') return null
    return {
      payment: invoice.id,
      order: invoice.parent.subscription_details.metadata.order_id,
      facts: [{ kind: 'paid', value: { amount: invoice.amount_paid, currency: invoice.currency } }]
    }
  }
}
