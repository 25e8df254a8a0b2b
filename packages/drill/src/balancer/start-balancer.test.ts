import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import { freePort } from '@paidonce/local-stack/free-port'
import { waitUntil } from '@paidonce/local-stack/wait-until'
import { startBalancer } from './start-balancer.ts'

async function listen(t: TestContext, listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    server.close()
    server.closeAllConnections()
  })
  return (server.address() as AddressInfo).port
}

/** An ingest of the test's: how ready it is, and what it does with a delivery. */
async function backend(t: TestContext, name: string, isReady: () => boolean, listener?: RequestListener) {
  const answer: RequestListener = (request, response) => {
    request.resume()
    response.end(name)
  }
  return {
    port: await listen(t, listener ?? answer),
    healthPort: await listen(t, (_request, response) => response.writeHead(isReady() ? 200 : 503).end())
  }
}

async function open(t: TestContext, backends: Parameters<typeof startBalancer>[0]) {
  const balancer = await startBalancer(backends)
  t.after(balancer.close)
  return async () => {
    const answer = await fetch(balancer.url, { method: 'POST', body: 'delivery' })
    return { status: answer.status, text: await answer.text() }
  }
}

/** Resolves once the balancer answers so. */
const becomes = (post: () => Promise<{ status: number; text: string }>, wanted: string) =>
  waitUntil(
    async () => {
      const { status, text } = await post()
      return `${status} ${text}` === wanted
    },
    { deadlineMs: 30_000 }
  )

test('deliveries go to whoever is ready, and follow when that changes', async t => {
  let ready = 'first'
  const post = await open(t, [
    await backend(t, 'first', () => ready === 'first'),
    await backend(t, 'second', () => ready === 'second')
  ])
  assert.ok(await becomes(post, '200 first'))
  ready = 'second'
  assert.ok(await becomes(post, '200 second'))
  ready = 'none'
  assert.ok(await becomes(post, '503 '))
})

test('one that takes no connection is passed over', async t => {
  const port = await freePort()
  const { healthPort } = await backend(t, 'gone', () => true)
  const post = await open(t, [{ port, healthPort }, await backend(t, 'there', () => true)])
  assert.ok(await becomes(post, '200 there'))
  for (let count = 0; count < 4; count++) assert.equal((await post()).text, 'there')
})

test('a delivery that an ingest died over is not given to another', async t => {
  let asked = 0
  const dies: RequestListener = request => {
    asked += 1
    request.socket.destroy()
  }
  const post = await open(t, [await backend(t, '', () => true, dies)])
  assert.ok(await becomes(post, '502 '))
  const before = asked
  await post()
  assert.equal(asked, before + 1)
})

test('one that is silent for long is given up, until it speaks again', async t => {
  let isSilent = false
  const health = await listen(t, (_request, response) => {
    if (!isSilent) response.end()
  })
  const { port } = await backend(t, 'there', () => true)
  const post = await open(t, [{ port, healthPort: health }])
  assert.ok(await becomes(post, '200 there'))
  isSilent = true
  assert.ok(await becomes(post, '503 '))
  isSilent = false
  assert.ok(await becomes(post, '200 there'))
})
