import { SpeakingError } from '@paidonce/shared/describe-error'

/** Settles as `work` does, or rejects with TookTooLong after `ms`; what was begun goes on, unwatched. */
export function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TookTooLong(`not done within ${ms} ms`)), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

export class TookTooLong extends SpeakingError {
  override readonly name = 'TookTooLong'
  readonly code = 'TOOK_TOO_LONG'
}
