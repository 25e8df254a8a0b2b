import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { type TestContext, test } from 'node:test'
import { type Fate, startProxy } from './start-proxy.ts'

/** A server that repeats what it hears, behind a proxy, and a client of it. */
async function conversation(t: TestContext, fromServer?: (bytes: Buffer) => Fate) {
  const sockets: Socket[] = []
  const server = createServer(socket => {
    sockets.push(socket)
    socket.on('error', () => undefined)
    socket.pipe(socket)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const proxy = await startProxy(
    () => port,
    () => (fromServer ? { fromServer } : {})
  )
  const client = connect(proxy.port, '127.0.0.1')
  client.on('error', () => undefined)
  await once(client, 'connect')
  t.after(() => {
    client.destroy()
    proxy.close()
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  // Not by `once`, which rejects when the connection is reset.
  const closed = new Promise(resolve => client.on('close', resolve))
  return { proxy, client, closed }
}

test('what both sides say goes through', async t => {
  const { client } = await conversation(t)
  client.write('hello')
  assert.equal(String(await once(client, 'data')), 'hello')
})

test('a reply can be kept from the client', async t => {
  const { client } = await conversation(t, bytes => (bytes.toString() === 'secret' ? 'drop' : 'pass'))
  client.write('secret')
  const answered = once(client, 'data')
  setImmediate(() => client.write('hello'))
  assert.match(String(await answered), /hello$/)
})

test('connections are cut without a word', async t => {
  const { proxy, client, closed } = await conversation(t)
  client.write('hello')
  await once(client, 'data')
  proxy.cut()
  await closed
})

test('replies are swallowed, and a connection that lost some is cut', async t => {
  let replied = () => {}
  const reply = new Promise<void>(resolve => {
    replied = resolve
  })
  const { proxy, client, closed } = await conversation(t, () => {
    replied()
    return 'pass'
  })
  let heard = ''
  client.on('data', bytes => {
    heard += bytes
  })
  proxy.swallow()
  client.write('hello')
  await reply
  proxy.stopSwallowing()
  await closed
  assert.equal(heard, '')
})
