import { type Logger, pino } from 'pino'
import { describeError } from './describe-error.ts'

export type { Logger }

/** JSON lines on stdout. An error is logged as its description: never its message as such, never its fields. */
export const createLogger = (name: string, level: string): Logger =>
  pino({
    name,
    level,
    base: { name },
    serializers: { err: describeError }
  })
