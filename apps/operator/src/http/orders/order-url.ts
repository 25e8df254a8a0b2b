type Which = Readonly<{ account: string; order: string }>

/** Where the console shows an order. */
export const orderUrl = ({ account, order }: Which, action = ''): string =>
  `/orders/${encodeURIComponent(order)}${action}${account === '' ? '' : `?account=${encodeURIComponent(account)}`}`
