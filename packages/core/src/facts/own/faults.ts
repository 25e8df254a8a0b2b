import { describeError, SpeakingError } from '@paidonce/shared/describe-error'

/** What a shop's own function gave back is no reading. Says where and what must stand there, never what does. */
export class OwnFactsWrong extends SpeakingError {
  override readonly name = 'OwnFactsWrong'
  readonly code = 'OWN_FACTS_WRONG'

  constructor(type: string, place: string, rule: string) {
    super(`the own reading of ${type} is wrong: ${place} must be ${rule}`)
  }
}

/** A shop's own function threw. Its words may quote the event, so only the kind of error and its line are repeated. */
export class OwnFactsThrew extends SpeakingError {
  override readonly name = 'OwnFactsThrew'
  readonly code = 'OWN_FACTS_THREW'

  constructor(type: string, cause: unknown) {
    super(`the own reading of ${type} threw: ${describeError(cause).text}`)
  }
}
