import type { Reading } from '@paidonce/core/facts/reading'
import type { EventJob } from '@paidonce/shared/event-job'

/** An event that was understood, ready to be settled. */
export type ReadEvent = Readonly<{
  job: EventJob
  reading: Reading
  /** The event as JSON, as the ledger keeps it. */
  payload: string
  /** How often it was begun, this time included. */
  attempts: number
}>

/** The connected account an event is about; '' is one's own. */
export const accountOf = ({ job }: Pick<ReadEvent, 'job'>): string => job.event.account ?? ''

export const modeOf = ({ event }: EventJob) => (event.livemode ? 'live' : 'test')

/** The address that the event is found by: the one it names, else one of its facts. */
export const emailOf = ({ email, facts }: Reading): string | null =>
  email ?? facts.flatMap(({ value }) => ('email' in value && value.email) || [])[0] ?? null
