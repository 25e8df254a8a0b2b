import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import type { TestContext } from 'node:test'

/** The least that passes for a mail server: takes everything, and keeps each letter as it came over the wire. */
export async function startRawSmtp(t: TestContext) {
  const letters: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    let heard = ''
    let isLetter = false
    const answer = (line: string) => socket.write(`${line}\r\n`)
    answer('220 raw.example')
    socket.on('error', () => undefined)
    socket.on('data', chunk => {
      heard += chunk.toString()
      for (;;) {
        const end = isLetter ? '\r\n.\r\n' : '\r\n'
        const at = heard.indexOf(end)
        if (at < 0) return
        const text = heard.slice(0, at)
        heard = heard.slice(at + end.length)
        if (isLetter) letters.push(text)
        isLetter = !isLetter && /^DATA$/i.test(text)
        answer(isLetter ? '354 go on' : '250 fine')
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, letters }
}
