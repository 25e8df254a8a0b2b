import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { SpeakingError } from './describe-error.ts'

/** Comma-separated; blanks around the parts do not count, an empty part is a mistake. */
export const list = z
  .string()
  .transform(text => text.split(',').map(part => part.trim()))
  .refine(parts => parts.every(part => part !== ''), {
    error: 'has an empty part between its commas',
    abort: true
  })

/** A list of which each part is a `One`; `error` says what that is. */
export const listOf = <One extends string>(isOne: (part: string) => part is One, error: string) =>
  list.refine((parts): parts is One[] => parts.every(isOne), error)

export const onOff = z.enum(['on', 'off']).transform(value => value === 'on')
export const milliseconds = z.coerce.number().int().min(0)

const UNIT_MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }
/** 90s, 15m, 36h, 7d → milliseconds. */
export const duration = z
  .string()
  .regex(/^\d{1,6}[smhd]$/, 'must be a number and s, m, h or d, such as 36h')
  .transform(text => Number(text.slice(0, -1)) * UNIT_MS[text.slice(-1) as keyof typeof UNIT_MS])

export const port = z.coerce.number().int().min(1).max(65_535)

/** A URL whose user and password its client can read. */
export const serverUrl = (protocol: RegExp, error: string) =>
  z.url({ protocol, error, abort: true }).refine(isDecodable, 'has a % that is no code: write %25 for it')

export const redisUrl = serverUrl(/^rediss?$/, 'must be a redis:// or rediss:// URL')
/** Its client reads a % that is no code as a %. */
export const postgresUrl = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL' })
export const stripeMode = z.enum(['test', 'live'])
export const logLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])

function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url)
    return true
  } catch {
    return false
  }
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Reads the whole environment by a schema. A setting may stand in a file instead, named by the setting's name and `_FILE`,
 * as container platforms hand out secrets. Throws BadEnvironment that lists every problem, and never a value.
 */
export function readEnvironment<Shape extends z.ZodObject>(
  schema: Shape,
  env: Environment
): Readonly<z.output<Shape>> {
  // An empty variable is how compose files and .env files say "not set".
  const isSet = (name: string) => env[name] !== undefined && env[name] !== ''
  const problems: string[] = []
  const values: Record<string, string | undefined> = {}
  for (const name of Object.keys(schema.shape)) {
    if (isSet(name)) values[name] = env[name]
    else if (isSet(`${name}_FILE`)) {
      const text = textOf(env[`${name}_FILE`] ?? '')
      if (text === undefined) problems.push(`  ${name}_FILE is not a file that can be read`)
      else values[name] = text
    }
  }
  const result = schema.safeParse(values)
  for (const { path, message } of result.error?.issues ?? []) {
    const name = path.join('.')
    if (Object.hasOwn(values, name)) problems.push(`  ${name} is not usable: ${message}`)
    else if (!isSet(`${name}_FILE`)) problems.push(`  ${name} is required`)
  }
  if (problems.length > 0 || !result.success) {
    throw new BadEnvironment(
      `Settings are missing or wrong:\n${problems.join('\n')}\nSee docs/configuration.md.`
    )
  }
  return Object.freeze(result.data)
}

/** Editors end a file with a line break that belongs to no setting. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trimEnd()
  } catch {
    return undefined
  }
}

export class BadEnvironment extends SpeakingError {
  override readonly name = 'BadEnvironment'
  readonly code = 'BAD_ENVIRONMENT'
}
