/** What was asked for cannot be done as asked. The message says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
