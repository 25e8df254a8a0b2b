// For a shop that charges cards by itself: a charge that was captured pays the order that its metadata names.
export const facts = {
  'charge.succeeded': ({ data: { object: charge } }) => ({
    payment: charge.payment_intent ?? charge.id,
    order: charge.metadata.order_id,
    facts: charge.captured
      ? [{ kind: 'paid', value: { amount: charge.amount, currency: charge.currency } }]
      : []
  })
}
