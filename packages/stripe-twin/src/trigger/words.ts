/** 2000 → "2,000". */
export const number = (count: number): string => count.toLocaleString('en-US')

/** 1 'letter' → "1 letter", 2000 'order' → "2,000 orders". */
export const counted = (count: number, noun: string): string =>
  `${number(count)} ${count === 1 ? noun : plural(noun)}`

const plural = (noun: string) => (noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`)

/** 12 ms → "12 ms", 1234 ms → "1.2 s". */
export const duration = (ms: number): string =>
  ms < 1_000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
