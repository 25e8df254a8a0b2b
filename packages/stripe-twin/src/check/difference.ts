/** One thing about an order that is not as it should be. */
export type Difference = Readonly<{ what: string; expected: string; actual: string }>

/** Nothing, if they are the same. */
export const differs = <Value extends string | number>(
  what: string,
  expected: Value,
  actual: Value
): Difference[] => (expected === actual ? [] : [{ what, expected: String(expected), actual: String(actual) }])
