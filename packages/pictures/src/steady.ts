const TIMES = [
  /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, // when
  /\b\d[\d.,]* m?s\b/g, // how long
  /\b\d+\/s/g // how fast
]

/** A text in which times, durations and rates no longer differ. */
export const withoutTimes = (text: string): string =>
  TIMES.reduce((known, time) => known.replaceAll(time, '#'), text)

// Where a piece stands and how wide it is follows from the texts, so from the durations too.
const withoutPlaces = (svg: string): string => svg.replaceAll(/ [A-Za-z]+="[\d. ]+"/g, '')

/**
 * Whether two drawings show the same but for times, durations and rates. Then the older one is kept: what it says was measured
 * as well, and a picture changes only when the program does.
 */
export const isSameButForTimes = (one: string, other: string): boolean =>
  withoutTimes(withoutPlaces(one)) === withoutTimes(withoutPlaces(other))
