import Stripe from 'stripe'

/** The version of Stripe's API that this library's types describe, so also that of our events. */
export const API_VERSION: string = Stripe.API_VERSION
