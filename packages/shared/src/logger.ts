import { type Logger, type LoggerOptions, pino } from 'pino'
import { describeError } from './describe-error.ts'

export type { Logger }

/** JSON lines on stdout. An error is logged as its description: never its message as such, never its fields. */
export const createLogger = (name: string, level: string): Logger => pino(loggerOptions(name, level))

export const loggerOptions = (name: string, level: string): LoggerOptions => ({
  name,
  level,
  base: { name },
  serializers: { err: describeError },
  hooks: {
    // Where a library logs an error and no words, pino would make the error's message the words.
    logMethod([first, ...words], log) {
      const logged: unknown = first instanceof Error ? { err: first } : first
      log.apply(this, words.length === 0 && holdsError(logged) ? [logged, 'error'] : [logged, ...words])
    }
  }
})

const holdsError = (logged: unknown) =>
  typeof logged === 'object' && logged !== null && 'err' in logged && logged.err instanceof Error
