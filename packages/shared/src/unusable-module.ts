import { SpeakingError } from './describe-error.ts'

/** A setting names a module of the shop's that cannot be used. The sentence holds neither its path nor its text. */
export class UnusableModule extends SpeakingError {
  override readonly name = 'UnusableModule'
  readonly code = 'UNUSABLE_MODULE'

  constructor(setting: string, why: string) {
    super(`${setting} is not usable: ${why}. See docs/own-facts.md.`)
  }
}
