import { freePort } from '../free-port.ts'
import { type Answer, catchLetters, type Envelope } from './catch-letters.ts'
import type { Letter } from './letter.ts'
import { createLetterBox } from './letter-box.ts'
import { serveLetters } from './serve-letters.ts'

export type Mail = Readonly<{
  smtpUrl: string
  /** The page to read the letters on; `<mailUrl>/api/letters` gives them as JSON. */
  mailUrl: string
  letters(): Letter[]
  clear(): void
  /** Asks `decide` about each letter from now on, until told otherwise. */
  answer(decide: (envelope: Envelope) => Answer): void
  stop(): Promise<void>
}>

type Options = Readonly<{
  smtpPort?: number
  webPort?: number
  /** The address to listen on, 127.0.0.1 if not given. */
  host?: string
}>

/** Starts a mail server that keeps every letter and sends none. Runs in this process. */
export async function startMail({ host = '127.0.0.1', ...ports }: Options = {}): Promise<Mail> {
  const box = createLetterBox()
  let decide: (envelope: Envelope) => Answer = () => undefined
  const smtp = await catchLetters({
    host,
    port: ports.smtpPort ?? (await freePort()),
    decide: envelope => decide(envelope),
    put: box.put
  })
  const web = await serveLetters({ host, port: ports.webPort ?? (await freePort()), box }).catch(
    async err => {
      await smtp.close()
      throw err
    }
  )
  const stop = async () => {
    await Promise.all([smtp.close(), web.close()])
  }
  return {
    smtpUrl: `smtp://${host}:${smtp.port}`,
    mailUrl: `http://${host}:${web.port}`,
    letters: box.all,
    clear: box.clear,
    answer(next) {
      decide = next
    },
    stop
  }
}
