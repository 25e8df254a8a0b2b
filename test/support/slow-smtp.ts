import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import type { TestContext } from 'node:test'

const OFTEN_MS = 20

/**
 * A mail server that begins its answer to a recipient and never comes to its end, so that no limit of a single answer is
 * reached; or, once it is `quick`, one that takes everything.
 */
export async function startSlowSmtp(t: TestContext) {
  const heard: string[] = []
  const open = new Set<Socket>()
  let isQuick = false
  const server = createServer(socket => {
    open.add(socket)
    let isLetter = false
    let talking: NodeJS.Timeout | undefined
    const answer = (line: string) => void socket.write(`${line}\r\n`)
    answer('220 slow.example')
    socket.on('error', () => undefined)
    socket.on('close', () => {
      open.delete(socket)
      clearInterval(talking)
    })
    socket.on('data', chunk => {
      for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
        heard.push(line)
        if (isLetter) {
          isLetter = line !== '.'
          if (!isLetter) answer('250 taken')
        } else if (line === 'DATA') {
          isLetter = true
          answer('354 go on')
        } else if (line.startsWith('RCPT') && !isQuick)
          talking = setInterval(() => answer('250-still looking'), OFTEN_MS)
        else answer('250 fine')
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Every line, of all connections. */
    heard,
    connections: () => open.size,
    becomeQuick: () => {
      isQuick = true
    }
  }
}
