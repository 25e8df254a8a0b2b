type Place = Readonly<{ url: string; token: string }>

/** What paidonce says of a Checkout Session when asked. */
type Answer = Readonly<{ order?: unknown; fulfilled?: unknown }>

const WAIT_MS = 5_000

/**
 * Asks paidonce to look at a Checkout Session now, as the webhook may be slower than the buyer. Gives whether this order is
 * fulfilled. Only good for what a page says: paidonce announces the order as always, and that is what ships. If paidonce or Stripe
 * is away nothing is lost, for the webhook comes all the same.
 */
export const createSettleSession =
  ({ url, token }: Place) =>
  async (session: string, order: string): Promise<boolean> => {
    try {
      const answer = await fetch(`${url}/checkout-sessions/${encodeURIComponent(session)}/settle`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(WAIT_MS)
      })
      const said = (await answer.json()) as Answer
      // The buyer can write any session into the address of the page.
      return said.order === order && said.fulfilled === true
    } catch {
      return false
    }
  }
