/** What becomes of a letter that was not taken. `reason` is for operators and holds no address. */
export type MailVerdict = Readonly<{ verdict: 'retry' | 'give_up'; reason: string }>

type MailError = Readonly<{ code?: unknown; responseCode?: unknown; command?: unknown }>

/**
 * By the server's answer (RFC 5321, 4.2.1): 4xx is "not now", 5xx "never". But a 5xx to our sign-in or to our sender speaks
 * of our settings, and the letter waits until they are mended.
 */
export function mailVerdict(error: unknown): MailVerdict {
  const { code, responseCode, command } = (error ?? {}) as MailError
  const answer = typeof responseCode === 'number' ? responseCode : undefined
  const about = typeof command === 'string' ? command : ''

  if (code === 'EABORT') return { verdict: 'retry', reason: 'the mail server took too long' }
  if (answer === undefined) {
    return code === 'EENVELOPE'
      ? { verdict: 'give_up', reason: 'the address cannot be written to' }
      : {
          verdict: 'retry',
          reason: `no answer from the mail server (${typeof code === 'string' ? code : 'UNEXPECTED'})`
        }
  }
  const isAboutTheLetter = code !== 'EAUTH' && about !== 'MAIL FROM'
  return {
    verdict: answer >= 500 && isAboutTheLetter ? 'give_up' : 'retry',
    reason: `the mail server answered ${answer}${about === '' ? '' : ` to ${about}`}`
  }
}
