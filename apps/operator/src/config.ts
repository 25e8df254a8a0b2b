import { LETTER_KNOWLEDGE } from '@paidonce/core/letters/shop-rules'
import { letterSettings, sender } from '@paidonce/shared/letter-settings'
import * as read from '@paidonce/shared/read-environment'
import { z } from 'zod'
import { DoctorSettings } from './operations/doctor/settings.ts'
import { WorkerSettings } from './operations/worker-rules.ts'

/** Every setting of the console. It has no password of its own: users are made by the `users` command. */
export const ConsoleEnvironment = z.object({
  DATABASE_URL: read.postgresUrl,
  REDIS_URL: read.redisUrl,
  CONSOLE_HOST: z.string().default('127.0.0.1'),
  CONSOLE_PORT: read.port.default(4450),
  CONSOLE_URL: z
    .url({ protocol: /^https?$/, error: 'must be the http:// or https:// address that browsers use' })
    .optional(),
  MAIL_FROM: sender.optional(),
  ...letterSettings(LETTER_KNOWLEDGE),
  // A preview of a replay reads and settles as the workers would.
  ...WorkerSettings.shape,
  ...DoctorSettings.shape,
  LOG_LEVEL: read.logLevel.default('info')
})

export type ConsoleConfig = Readonly<z.output<typeof ConsoleEnvironment>>

/** Throws BadEnvironment with every problem at once. */
export const readConfig = (env: Readonly<Record<string, string | undefined>>): ConsoleConfig =>
  read.readEnvironment(ConsoleEnvironment, env)
