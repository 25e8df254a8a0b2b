/** Order ids for `count` orders: `mix-7-0001`, …. Numbers are padded, so that ids sort as they count. */
export const numberOrders = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(4, '0')}`)
