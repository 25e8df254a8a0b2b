import { BadEnvironment } from '@paidonce/shared/read-environment'
import type { Target } from '../deliver/deliver.ts'

/** Where the twin listens, and where its events go. */
export type TwinConfig = Readonly<{ host: string; port: number; target: Target; logLevel: string }>

type Environment = Readonly<Record<string, string | undefined>>

/** Throws BadEnvironment with every problem at once, and never a value. */
export function readConfig(env: Environment): TwinConfig {
  const problems: string[] = []
  const read = (
    name: string,
    standard: string | undefined,
    isUsable: (text: string) => boolean,
    should: string
  ) => {
    const text = env[name] || standard
    if (text === undefined) problems.push(`  ${name} is required: it ${should}`)
    else if (!isUsable(text)) problems.push(`  ${name} is not usable: it ${should}`)
    return text ?? ''
  }
  const isPort = (text: string) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535
  const isUrl = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

  const config = {
    host: read('HOST', '127.0.0.1', () => true, ''),
    port: Number(read('PORT', '4410', isPort, 'must be a port, 1 to 65535')),
    target: {
      url: read('WEBHOOK_URL', undefined, isUrl, 'must be the http:// or https:// URL of your webhook'),
      secret: read(
        'STRIPE_WEBHOOK_SECRET',
        undefined,
        text => /^whsec_[^\s,]+$/.test(text),
        'must be the one secret (whsec_…) that your webhook expects'
      )
    },
    logLevel: read('LOG_LEVEL', 'info', text => LEVELS.includes(text), `must be one of ${LEVELS.join(', ')}`)
  }
  if (problems.length > 0) throw new BadEnvironment(`Settings are missing or wrong:\n${problems.join('\n')}`)
  return config
}

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']
