import { SpeakingError } from '@paidonce/shared/describe-error'

/** The ingest is newer than this worker. The event must wait for a worker that knows it. */
export class UnknownEventType extends SpeakingError {
  override readonly name = 'UnknownEventType'
  readonly code = 'UNKNOWN_EVENT_TYPE'

  constructor(type: string) {
    super(`this worker does not know ${type}: deploy the worker before the ingest`)
  }
}
