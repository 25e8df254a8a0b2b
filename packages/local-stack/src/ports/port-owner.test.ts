import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { test } from 'node:test'
import { listeningInodes, parseLsof, portOwner, programName } from './port-owner.ts'
import { refuseBusyPorts } from './refuse-busy-ports.ts'

const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1150 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 47114 1 0000000000000000 100 0 0 10 0
   1: 0100007F:1150 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 47999 1 0000000000000000 20 4 30 10 -1
   2: 0100007F:1170 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 48000 1 0000000000000000 100 0 0 10 0
`

test('of the sockets on a port only the one that listens tells the owner', () => {
  assert.deepEqual(listeningInodes(table, 0x1150), ['47114'])
  assert.deepEqual(listeningInodes(table, 0xc350), [])
})

test('the owner is the first process that lsof names', () => {
  assert.equal(parseLsof('p4711\nf12\n'), 4711)
  assert.equal(parseLsof(''), undefined)
})

for (const [command, name] of [
  ['/usr/bin/redis-server 127.0.0.1:6379', 'redis-server'],
  ['/usr/lib/postgresql/16/bin/postgres -D /data', 'postgres'],
  ['postgres: checkpointer', 'postgres'],
  ['/usr/bin/node --enable-source-maps /shop/server.js --port 1', 'node /shop/server.js'],
  ['node', 'node'],
  ['', 'a program']
] as const) {
  test(`a program run as "${command}" is called ${name}`, () => assert.equal(programName(command), name))
}

test('a busy port is named together with its owner and the variable that moves it', async t => {
  const server = createServer().listen(0, '127.0.0.1')
  t.after(() => server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  assert.equal((await portOwner(port))?.pid, process.pid)
  await assert.rejects(refuseBusyPorts([{ port, variable: 'PAIDONCE_X_PORT' }]), (err: Error) => {
    assert.match(err.message, new RegExp(`^Port ${port} is in use by node .*\\(pid ${process.pid}\\)`))
    assert.match(err.message, /PAIDONCE_X_PORT=/)
    return true
  })
})
