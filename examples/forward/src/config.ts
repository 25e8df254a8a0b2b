export type Config = Readonly<{ redisUrl: string; to: string; secret: string }>

type Environment = Readonly<Record<string, string | undefined>>

/** Throws BadSettings with every problem at once, and never a value. */
export function readConfig(env: Environment): Config {
  const isUrl = (text: string, protocols: RegExp) =>
    URL.canParse(text) && protocols.test(new URL(text).protocol)
  const [redisUrl, to, secret] = [env.REDIS_URL ?? '', env.FORWARD_TO ?? '', env.FORWARD_SECRET ?? '']
  const problems = [
    ...(isUrl(redisUrl, /^rediss?:$/)
      ? []
      : ['  REDIS_URL must be the redis:// or rediss:// URL of paidonce']),
    ...(isUrl(to, /^https?:$/) ? [] : ['  FORWARD_TO must be the http:// or https:// URL of your program']),
    ...(secret.length >= 16
      ? []
      : ['  FORWARD_SECRET must be a secret of 16 characters or more that your program knows, too'])
  ]
  if (problems.length > 0) throw new BadSettings(`Settings are missing or wrong:\n${problems.join('\n')}`)
  return { redisUrl, to, secret }
}

/** The program cannot start with these settings; the message says what to mend. */
export class BadSettings extends Error {
  override readonly name = 'BadSettings'
}
