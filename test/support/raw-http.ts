import { once } from 'node:events'
import { connect } from 'node:net'
import type { TestContext } from 'node:test'
import { eventually } from './eventually.ts'

export type RawConnection = Awaited<ReturnType<typeof connectRaw>>

/** A connection on which the test writes the bytes itself. */
export async function connectRaw(t: TestContext, port: number) {
  const socket = connect(port, '127.0.0.1')
  let received = ''
  socket.setNoDelay()
  socket.setEncoding('utf8').on('data', text => {
    received += text
  })
  socket.on('error', () => undefined) // a cut connection may be reset; `closed` tells
  const closed = once(socket, 'close').then(() => received)
  t.after(() => socket.destroy())
  await once(socket, 'connect')

  return {
    send: (bytes: string | Buffer) => void socket.write(bytes),
    /** Sends in a segment of its own, and resolves once the system has it. Nothing comes of it when the other side has left. */
    flush: (bytes: string | Buffer) => new Promise<void>(resolve => socket.write(bytes, () => resolve())),
    /** Says that nothing follows (`FIN`), or drops the connection (`RST`). */
    leave: (how: 'FIN' | 'RST') => void (how === 'FIN' ? socket.end() : socket.resetAndDestroy()),
    /** Resolves with all that came, once the other side has closed the connection. */
    closed,
    /** Resolves once what came so far is enough, or nothing more can come. */
    arrives: async (isEnough: (text: string) => boolean) => {
      while (!isEnough(received) && !socket.closed)
        await Promise.race([once(socket, 'data').catch(() => undefined), closed])
    },
    /** Resolves with all that came so far, once that includes `text` so many times. */
    receives: (text: string, times = 1) =>
      eventually(() => {
        if (received.split(text).length <= times)
          throw new Error(`not ${times} times "${text}" in: ${received}`)
        return received
      })
  }
}

/** The head of a POST /webhook; its length is that of `body` unless the headers say otherwise. */
export function headOf(body: string | Buffer, headers: Readonly<Record<string, string>> = {}): string {
  const all = { host: 'ingest', 'content-length': `${Buffer.byteLength(body)}`, ...headers }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `POST /webhook HTTP/1.1\r\n${lines.join('')}\r\n`
}
