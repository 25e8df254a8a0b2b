import { type Mail, startMail } from '@paidonce/local-stack/mail/start-mail'

export type Mood = 'takes' | 'busy' | 'refuses' | 'hangs'

/** A mail server of the given mood, and what became of the letters that reached it. */
export async function openPostOffice() {
  const mail: Mail = await startMail()
  let mood: Mood = 'takes'
  const taken = new Map<string, number>()
  const refused = new Set<string>()

  mail.answer(({ to: [to = ''] }) => {
    if (mood === 'hangs') return 'hang'
    if (mood === 'busy') return { code: 451, message: 'Try again later' }
    if (mood === 'refuses') {
      refused.add(to)
      return { code: 550, message: 'No such mailbox' }
    }
    taken.set(to, (taken.get(to) ?? 0) + 1)
    return undefined
  })
  return {
    smtpUrl: mail.smtpUrl,
    be: (next: Mood) => {
      mood = next
    },
    /** How many letters were taken for an address. */
    takenFor: (address: string) => taken.get(address) ?? 0,
    /** Whether a letter to this address was refused for good. */
    hasRefused: (address: string) => refused.has(address),
    /** Letters taken a second time. */
    repeated: () => [...taken.values()].reduce((sum, count) => sum + count - 1, 0),
    stop: mail.stop
  }
}

export type PostOffice = Awaited<ReturnType<typeof openPostOffice>>
