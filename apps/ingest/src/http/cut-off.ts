import type { EventEmitter } from 'node:events'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { faultCodeOf } from './fault.ts'

const STATUS_OF = new Map([
  ['ERR_HTTP_REQUEST_TIMEOUT', 408],
  ['HPE_HEADER_OVERFLOW', 431]
])

type Ports = Readonly<{
  count: (outcome: string) => void
  /** The last answer to come on the connection for what was read before. */
  lastAnswerOn: (socket: Socket) => EventEmitter | undefined
}>

/**
 * Answers a sender who was too slow, too large or not HTTP at all, and cuts the connection. Node's error holds its bytes: it
 * goes no further. What was read whole before is answered first, else this answer would be taken for its own.
 */
export const cutOff =
  ({ count, lastAnswerOn }: Ports) =>
  (error: NodeJS.ErrnoException, socket: Socket): void => {
    const last = lastAnswerOn(socket)
    if (last === undefined) cut(error, socket, count)
    else last.once('close', () => cut(error, socket, count))
  }

function cut({ code: fault }: NodeJS.ErrnoException, socket: Socket, count: Ports['count']): void {
  if (fault === 'ECONNRESET' || !socket.writable) return void socket.destroy()

  const status = STATUS_OF.get(fault ?? '') ?? 400
  const code = faultCodeOf(status)
  count(code)

  const body = JSON.stringify({ error: code })
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${body.length}`,
    'connection: close'
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
  socket.destroy()
}
