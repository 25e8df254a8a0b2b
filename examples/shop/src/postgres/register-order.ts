import type pg from 'pg'

type Expected = Readonly<{ id: string; amount: number; currency: string }>

/**
 * Tells paidonce what an order must be paid with: any other amount or currency waits for review instead of being fulfilled.
 * The first argument is the Stripe account, '' for one's own. It is a transaction of its own, and a short one: inside a long one
 * of the shop's it would make paidonce wait. Calling it again with the same changes nothing.
 */
export const createRegisterOrder =
  (paidonce: pg.Pool) =>
  async ({ id, amount, currency }: Expected): Promise<void> => {
    await paidonce.query('select register_order($1, $2, $3, $4)', ['', id, amount, currency])
  }
