/** A request that is answered with a sentence instead of what it asked for. The sentence is for whoever sent it. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly statusCode: number
  readonly code: string

  constructor(statusCode: number, code: string, sentence: string) {
    super(sentence)
    this.statusCode = statusCode
    this.code = code
  }
}
