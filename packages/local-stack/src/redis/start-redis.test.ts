import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { birthOf } from '../processes/birth-of.ts'
import { readRecords } from '../processes/running-records.ts'
import { startRedis } from './start-redis.ts'

async function redisFor(t: TestContext, args: readonly string[] = []) {
  const dir = mkdtempSync(join(tmpdir(), 'paidonce-redis-'))
  const server = await startRedis({ dir, args })
  t.after(async () => {
    await server.stop()
    rmSync(dir, { recursive: true, force: true })
  })
  return { dir, server }
}

/** The first answer to one command in Redis' inline form. */
async function ask(port: number, command: string, deadlineMs = 5_000): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(`${command}\r\n`)
  try {
    const [data] = await once(socket, 'data', { signal: AbortSignal.timeout(deadlineMs) })
    return String(data).trim()
  } finally {
    socket.destroy()
  }
}

test('what Redis took survives its death, on the same port', async t => {
  const { server } = await redisFor(t)
  assert.equal(await ask(server.port, 'SET order 1001'), '+OK')
  const before = server.pid
  server.kill('SIGKILL')
  await server.restart()
  assert.match(await ask(server.port, 'GET order'), /1001$/)
  assert.notEqual(server.pid, before)
  assert.equal(birthOf(before), undefined)
})

test('it keeps everything, evicts nothing and has a database for every test', async t => {
  const { server } = await redisFor(t)
  assert.match(await ask(server.port, 'CONFIG GET appendonly'), /yes$/)
  assert.match(await ask(server.port, 'CONFIG GET maxmemory-policy'), /noeviction$/)
  assert.match(await ask(server.port, 'CONFIG GET databases'), /512$/)
})

test('an argument of the caller holds over ours', async t => {
  const { server } = await redisFor(t, ['--maxmemory', '32mb', '--appendonly', 'no'])
  assert.match(await ask(server.port, 'CONFIG GET maxmemory'), /33554432$/)
  assert.match(await ask(server.port, 'CONFIG GET appendonly'), /no$/)
})

test('halted it takes connections and answers nothing; resumed it answers', async t => {
  const { server } = await redisFor(t)
  server.kill('SIGSTOP')
  await assert.rejects(ask(server.port, 'PING', 300), { name: 'AbortError' })
  server.kill('SIGCONT')
  assert.equal(await ask(server.port, 'PING'), '+PONG')
})

test('a halted server still stops, a stopped one stops again, and nothing of it is left', async t => {
  const { server } = await redisFor(t)
  const { pid } = server
  server.kill('SIGSTOP')
  await server.stop()
  await server.stop()
  assert.equal(birthOf(pid), undefined)
  assert.deepEqual(
    readRecords().filter(record => record.pid === pid),
    []
  )
})

test('an end that nobody asked for is told, one that was asked for is not', async t => {
  const { server } = await redisFor(t)
  const told: string[] = []
  const ended = new Promise<string>(resolve => server.onUnexpectedEnd(resolve))
  server.onUnexpectedEnd(how => told.push(how))
  await server.restart()
  assert.deepEqual(told, [])
  process.kill(server.pid, 'SIGKILL')
  assert.equal(await ended, 'signal SIGKILL')
})

test('a second server on the same folder is refused', async t => {
  const { dir, server } = await redisFor(t)
  await assert.rejects(startRedis({ dir }), {
    message: new RegExp(`^Redis \\(pid ${server.pid}\\).*already runs`)
  })
})

test('a server that cannot start says why', async t => {
  const { server } = await redisFor(t)
  const dir = mkdtempSync(join(tmpdir(), 'paidonce-redis-'))
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  await assert.rejects(startRedis({ dir, args: ['--no-such-setting', '1'] }), { message: /no-such-setting/ })
  assert.equal(await ask(server.port, 'PING'), '+PONG')
})
