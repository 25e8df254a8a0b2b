import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { createQuietServer } from '@paidonce/shared/http/quiet-server'
import { connectRaw, headOf } from '../support/raw-http.ts'

test('who keeps a server inside waiting is cut off, whether it was answered or not', async t => {
  const server = createQuietServer()
  server.addHook('onRequest', async ({ headers }, reply) => {
    if (headers.authorization === undefined) return await reply.code(401).send({ error: 'UNAUTHORIZED' })
  })
  server.post('/webhook', async () => ({}))
  await server.listen({ host: '127.0.0.1', port: 0 })
  t.after(() => server.close())
  const { port } = server.server.address() as AddressInfo

  const head = (headers: Readonly<Record<string, string>>) =>
    headOf('', { 'content-length': '100000', 'content-type': 'application/json', ...headers })
  const closed = [head({}), head({ authorization: 'Bearer x' }), 'GET / HTTP/1.1\r\nx-slow: '].map(
    async bytes => {
      const connection = await connectRaw(t, port)
      connection.send(bytes)
      const trickling = setInterval(() => connection.send('x'), 200)
      t.after(() => clearInterval(trickling))
      return (await connection.closed).slice(0, 12)
    }
  )
  assert.deepEqual(await Promise.all(closed), ['HTTP/1.1 401', 'HTTP/1.1 408', 'HTTP/1.1 408'])
})
