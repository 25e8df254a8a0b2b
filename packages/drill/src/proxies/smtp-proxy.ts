import { startProxy } from './start-proxy.ts'
import { createTripwire } from './tripwire.ts'

const END_OF_LETTER = '\r\n.\r\n'

/** A proxy that knows when the mail server has taken a letter: the 250 after its last line. */
export async function startSmtpProxy(target: () => number) {
  const wire = createTripwire<'letter taken'>()
  const proxy = await startProxy(target, () => {
    let tail = ''
    return {
      fromClient: bytes => {
        tail = (tail + bytes.toString('latin1')).slice(-END_OF_LETTER.length)
      },
      fromServer: bytes => {
        const isTaken = tail === END_OF_LETTER && bytes.toString('latin1', 0, 3) === '250'
        return isTaken ? wire.touch('letter taken') : 'pass'
      }
    }
  })
  return { ...proxy, wire }
}
