import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { birthOf } from '../processes/birth-of.ts'
import { childrenOf } from '../processes/children-of.ts'
import { stopLeftovers } from '../processes/stop-leftovers.ts'
import type { Server } from '../server.ts'
import { waitUntil } from '../wait-until.ts'
import { startPostgres } from './start-postgres.ts'

// One server for all: to make its data takes seconds.
const dir = mkdtempSync(join(tmpdir(), 'paidonce-postgres-'))
const server = await startPostgres({ dir })

test.after(async () => {
  await server.stop()
  rmSync(dir, { recursive: true, force: true })
})

/** Connects as far as the question for the password. */
async function connectTo({ port }: Server, deadlineMs = 5_000) {
  const socket = connect(port, '127.0.0.1')
  const words = Buffer.from('user\0paidonce\0database\0paidonce\0\0')
  const head = Buffer.alloc(8)
  head.writeInt32BE(head.length + words.length, 0)
  head.writeInt32BE(196_608, 4) // protocol 3.0
  socket.write(Buffer.concat([head, words]))
  /** The kind of the next packet: R asks for the password, E is an error. */
  const answer = async (withinMs = 5_000) => {
    const [data] = await once(socket, 'data', { signal: AbortSignal.timeout(withinMs) })
    return String(data).slice(0, 1)
  }
  try {
    return { socket, answer, first: await answer(deadlineMs) }
  } catch (err) {
    socket.destroy()
    throw err
  }
}

async function greeting(to: Server, deadlineMs?: number): Promise<string> {
  const { socket, first } = await connectTo(to, deadlineMs)
  socket.destroy()
  return first
}

const wrongPassword = Buffer.from('p\0\0\0\u0006x\0', 'latin1')

test('it asks for the password that stands in its URL and in a file for this user alone', async () => {
  assert.equal(await greeting(server), 'R')
  assert.equal(new URL(server.url).password, readFileSync(join(dir, 'password'), 'utf8'))
  assert.equal(new URL(server.url).pathname, '/paidonce')
})

test('the number is that of the server itself, not of what started it', () => {
  assert.equal(readFileSync(join(dir, 'data', 'postmaster.pid'), 'utf8').split('\n')[0], String(server.pid))
})

test('killed, it starts again on the same port and leaves none of its processes behind', async () => {
  const before = [server.pid, ...childrenOf(server.pid)]
  assert.ok(before.length > 3)
  server.kill('SIGKILL')
  await server.restart()
  assert.equal(await greeting(server), 'R')
  assert.deepEqual(
    before.map(birthOf),
    before.map(() => undefined)
  )
})

test('halted and then killed it starts again as well, and nothing halted stays behind', async () => {
  const before = [server.pid, ...childrenOf(server.pid)]
  server.kill('SIGSTOP')
  server.kill('SIGKILL')
  const ended = await waitUntil(() => birthOf(before[0] ?? 0) === undefined, { deadlineMs: 5_000 })
  assert.ok(ended)
  await server.restart()
  assert.equal(await greeting(server), 'R')
  assert.deepEqual(
    before.map(birthOf),
    before.map(() => undefined)
  )
})

test('halted it answers nobody, not even who was connected before; resumed it answers', async t => {
  const connected = await connectTo(server)
  t.after(() => connected.socket.destroy())
  server.kill('SIGSTOP')
  connected.socket.write(wrongPassword)
  await assert.rejects(connected.answer(300), { name: 'AbortError' })
  await assert.rejects(greeting(server, 300), { name: 'AbortError' })
  server.kill('SIGCONT')
  assert.equal(await connected.answer(), 'E')
  assert.equal(await greeting(server), 'R')
})

test('a note of a killed server whose number another program has now does not keep it from starting', async () => {
  await server.stop()
  writeFileSync(join(dir, 'data', 'postmaster.pid'), `${process.ppid}\n${join(dir, 'data')}\n`)
  await server.restart()
  assert.equal(await greeting(server), 'R')
})

test('left behind by a killed run, even while halted, it is stopped by the next run with all of its processes', async t => {
  const left = mkdtempSync(join(tmpdir(), 'paidonce-postgres-'))
  t.after(() => rmSync(left, { recursive: true, force: true }))
  const module = new URL('./start-postgres.js', import.meta.url).href
  const source = `const { startPostgres } = await import('${module}')
    const server = await startPostgres({ dir: process.argv[1] })
    server.kill('SIGSTOP')
    console.log(server.pid)`
  const run = spawn(process.execPath, ['--input-type=module', '--eval', source, left], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const [line] = await once(run.stdout, 'data')
  const pid = Number(line)
  const family = [pid, ...childrenOf(pid)]
  assert.ok(family.length > 3)
  run.kill('SIGKILL')
  await once(run, 'exit')
  await stopLeftovers() // or another test's start, which looks for leftovers too
  assert.deepEqual(
    family.map(birthOf),
    family.map(() => undefined)
  )
})
