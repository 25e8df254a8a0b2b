type Facts = Readonly<{
  status: number
  type: 'invalid_request_error' | 'idempotency_error' | 'api_error'
  code?: string
  param?: string
}>

/** A refusal as Stripe words it: the client library makes its error classes of `status` and `type`. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly facts: Facts

  constructor(message: string, facts: Facts) {
    super(message)
    this.facts = facts
  }

  /** The reply's body. */
  body() {
    const { type, code, param } = this.facts
    return { error: { type, message: this.message, ...(code && { code }), ...(param && { param }) } }
  }
}

/** 400: the request cannot be done as it was asked. */
export const badRequest = (message: string, param?: string, code?: string): ApiError =>
  new ApiError(message, {
    status: 400,
    type: 'invalid_request_error',
    ...(param !== undefined && { param }),
    ...(code !== undefined && { code })
  })

export const missing = (param: string): ApiError =>
  badRequest(`Missing required param: ${param}.`, param, 'parameter_missing')
