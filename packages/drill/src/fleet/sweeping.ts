const KEY = 'rk_test_drill'

/** Younger events are left alone: they may still be on their way. */
const AFTER_S = 3

/** A long drill has a long list, which is read from ten minutes back each time. */
const LEAST_EVERY_S = 3
const SWEEPS_A_DRILL = 30

/** How workers sweep that have a key of the Stripe at this URL. */
export const sweeping = (twinUrl: string, minutes: number) => ({
  STRIPE_SECRET_KEY: KEY,
  STRIPE_API_URL: twinUrl,
  STRIPE_REQUESTS_PER_SECOND: '100',
  LINE_ITEMS_WAIT: '2s',
  SWEEP_EVERY: `${Math.max(LEAST_EVERY_S, Math.round((minutes * 60) / SWEEPS_A_DRILL))}s`,
  SWEEP_AFTER: `${AFTER_S}s`,
  SWEEP_BACK: '1h',
  RECONCILE_AT: 'off'
})
