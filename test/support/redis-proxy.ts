import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import type { TestContext } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { eventually } from './eventually.ts'

/** Stands between a program and its Redis, so that a test can choose the moment: what is held has been sent and has not arrived. */
export async function startRedisProxy(t: TestContext, target: string) {
  const { hostname, port, pathname } = new URL(target)
  const sockets = new Set<Socket>()
  let holding = false
  let delayMs = 0
  let held: Readonly<{ bytes: Buffer; to: Socket }>[] = []

  const server = createServer(client => {
    const redis = connect(Number(port), hostname)
    for (const socket of [client, redis]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
    }
    client.on('close', () => redis.destroy())
    redis.on('close', () => client.destroy())
    client.on('data', bytes => {
      if (holding) held.push({ bytes, to: redis })
      else redis.write(bytes)
    })
    let answers: Promise<unknown> = Promise.resolve() // one after the other, also when the delay has changed
    redis.on('data', bytes => {
      const due = Date.now() + delayMs
      answers = answers.then(() => wait(Math.max(0, due - Date.now()))).then(() => client.write(bytes))
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })

  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`,
    hold: () => {
      holding = true
    },
    /** Resolves once a command with `text` in it is held. */
    holds: (text: string) =>
      eventually(() => {
        if (!Buffer.concat(held.map(({ bytes }) => bytes)).includes(text))
          throw new Error(`${text} is not held`)
      }),
    release: () => {
      holding = false
      for (const { bytes, to } of held) to.write(bytes)
      held = []
    },
    /** Every answer of Redis takes so much longer from now on. */
    slowDown: (ms: number) => {
      delayMs = ms
    }
  }
}
