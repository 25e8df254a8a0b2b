/** What may be said of an error where others read it: in a log, in the ledger, in Redis. */
export type ErrorDescription = Readonly<{ code: string; text: string }>

/**
 * An error's message may quote what it choked on: a customer's address, a whole body, a command's arguments. So a message
 * is repeated only from classes that promise to keep such things out (`SpeakingError`) and from the operating system;
 * of all others the class and the line of code are named, which is what leads to the cause.
 */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error))
    return { code: 'UNEXPECTED', text: 'something that is not an Error was thrown' }

  const code = codeOf(error)
  if (isSafe(error)) return { code, text: error.message }
  return { code, text: `${error.name}${placeOf(error)}` }
}

/** Errors whose messages are ours and hold no customer's data and no secret. */
export abstract class SpeakingError extends Error {
  abstract readonly code: string
}

const SYSTEM_ERROR = /^E[A-Z0-9]{2,}$/

const isSafe = (error: Error) =>
  error instanceof SpeakingError || ('syscall' in error && SYSTEM_ERROR.test(codeOf(error)))

/** A refusal of Redis begins with a word for its cause (OOM, READONLY, NOAUTH); what follows may quote the command. */
const redisCauseOf = ({ name, message }: Error) =>
  name === 'ReplyError' ? message.match(/^[A-Z]{2,20}\b/)?.[0] : undefined

function codeOf(error: Error): string {
  const code = (error as { code?: unknown }).code ?? redisCauseOf(error)
  return typeof code === 'string' && /^[A-Z0-9_]{2,60}$/.test(code) ? code : 'UNEXPECTED'
}

/** " at settle.js:31", the innermost frame, without the machine's folders. */
function placeOf(error: Error): string {
  const frame = error.stack?.split('\n').find(line => /^\s+at /.test(line))
  const place = frame?.match(/([^/\\(]+:\d+):\d+\)?$/)?.[1]
  return place === undefined ? '' : ` at ${place}`
}
