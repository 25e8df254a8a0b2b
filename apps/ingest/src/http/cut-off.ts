import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { faultCodeOf } from './fault.ts'

const STATUS_OF = new Map([
  ['ERR_HTTP_REQUEST_TIMEOUT', 408],
  ['HPE_HEADER_OVERFLOW', 431]
])

/** Answers a sender who was too slow, too large or not HTTP at all, and cuts the connection. Node's error holds its bytes: it goes no further. */
export const cutOff =
  (count: (outcome: string) => void) =>
  (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()

    const status = STATUS_OF.get(error.code ?? '') ?? 400
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
