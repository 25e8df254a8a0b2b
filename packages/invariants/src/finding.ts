/** What a finding is about. Ids only: a report may be read by anybody. */
export type Concerned = Readonly<{
  account?: string
  order?: string
  event?: string
  payment?: string
  letter?: string
  announcement?: string
  job?: string
}>

/** One thing that is not as an invariant says. */
export type Finding = Readonly<{
  /** The invariant, as a sentence. */
  invariant: string
  /** `wrong` can never come right by itself. `open` may, and is a fault only in a run that has drained. */
  is: 'wrong' | 'open'
  concerns: Concerned
  says: string
  /** When what is concerned last changed, in ms since the epoch; undefined when that is not known. */
  at?: number | undefined
}>
