import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import type { TestContext } from 'node:test'
import { MARKS, passwordOf } from './marks.ts'

type Mood = 'takes' | 'refuses the sign-in' | 'refuses the address' | 'puts off'

export type HostileMailServer = Awaited<ReturnType<typeof startHostileMailServer>>

/** A mail server that wants a sign-in, and in its refusals repeats what it was told, as some do. */
export async function startHostileMailServer(t: TestContext) {
  const letters: string[] = []
  const signIns: string[] = []
  const said = new Set<string>()
  const sockets = new Set<Socket>()
  let mood: Mood = 'takes'

  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    converse(socket, {
      mood: () => mood,
      signedIn: line => signIns.push(line),
      take: letter => letters.push(letter),
      say: line => said.add(line)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const hangUp = () => {
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }
  t.after(() => {
    server.close()
    hangUp()
  })

  const url = new URL(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`)
  url.username = MARKS['user of the mail server']
  url.password = encodeURIComponent(passwordOf('password of the mail server'))
  return {
    url: url.href,
    /** Each as its lines came. */
    letters,
    /** What clients sent to prove who they are. */
    signIns,
    /** Every answer that it gave. */
    said,
    /** From now on, and for whoever is connected as well: they have to come again. */
    becomes: (next: Mood) => {
      mood = next
      hangUp()
    }
  }
}

type Conversation = Readonly<{
  mood: () => Mood
  signedIn: (line: string) => void
  take: (letter: string) => void
  say: (line: string) => void
}>

function converse(socket: Socket, { mood, signedIn, take, say }: Conversation): void {
  let recipient = ''
  let letter: string[] | undefined
  const answer = (line: string) => {
    say(line)
    socket.write(`${line}\r\n`)
  }
  const answers: Readonly<Record<string, (line: string) => void>> = {
    EHLO: () => answer('250-hostile\r\n250 AUTH PLAIN'),
    AUTH: line => {
      signedIn(line)
      const told = Buffer.from(line.split(' ').at(-1) ?? '', 'base64')
        .toString()
        .replaceAll('\0', ' ')
      answer(mood() === 'refuses the sign-in' ? `535 5.7.8 not you: ${told} (${line})` : '235 welcome')
    },
    RCPT: line => {
      recipient = line
      answer(mood() === 'refuses the address' ? `550 5.1.1 nobody here: ${line}` : '250 fine')
    },
    DATA: () => {
      letter = []
      answer('354 go on')
    },
    QUIT: () => socket.end('221 bye\r\n')
  }
  answer('220 hostile')
  createInterface({ input: socket }).on('line', line => {
    if (letter === undefined) {
      const known = answers[line.slice(0, 4).toUpperCase()]
      if (known === undefined) answer('250 fine')
      else known(line)
      return
    }
    if (line !== '.') {
      letter.push(line)
      return
    }
    const text = letter.join('\r\n')
    letter = undefined
    if (mood() === 'puts off')
      answer(`451 4.7.1 later, ${recipient}: ${text.slice(0, 200).replaceAll('\r\n', ' ')}`)
    else {
      take(text)
      answer('250 taken')
    }
  })
}
