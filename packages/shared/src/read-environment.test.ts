import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { z } from 'zod'
import { BadEnvironment, port, readEnvironment, redisUrl } from './read-environment.ts'

const Settings = z.object({ SECRET: z.string().startsWith('s3cret'), PORT: port.default(4400) })
const problems = (env: Readonly<Record<string, string>>, settings: z.ZodObject = Settings): string[] => {
  try {
    readEnvironment(settings, env)
  } catch (error) {
    assert.ok(error instanceof BadEnvironment)
    return error.message
      .split('\n')
      .slice(1, -1)
      .map(line => line.trim())
  }
  return []
}

function file(t: TestContext, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'paidonce-settings-'))
  t.after(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'value'), text)
  return join(folder, 'value')
}

test('a setting may stand in a file', t => {
  const path = file(t, 's3cret-of-the-file\n')
  assert.deepEqual(readEnvironment(Settings, { SECRET_FILE: path }), {
    SECRET: 's3cret-of-the-file',
    PORT: 4400
  })
  assert.equal(readEnvironment(Settings, { SECRET: '', SECRET_FILE: path }).SECRET, 's3cret-of-the-file')
})

test('what is set itself goes before its file', t => {
  const env = { SECRET: 's3cret-itself', SECRET_FILE: file(t, 's3cret-of-the-file') }
  assert.equal(readEnvironment(Settings, env).SECRET, 's3cret-itself')
})

test('a file that cannot be read or holds nothing usable is told of once, by name', t => {
  assert.deepEqual(problems({ SECRET_FILE: '/there/is/none' }), [
    'SECRET_FILE is not a file that can be read'
  ])
  assert.match(problems({ SECRET_FILE: file(t, '\n') }).join(), /^SECRET is not usable: /)
  assert.doesNotMatch(problems({ SECRET_FILE: file(t, 'wrong-value') }).join(), /wrong-value/)
})

test('a file is read only for a setting', () => {
  assert.equal(readEnvironment(Settings, { SECRET: 's3cret', SSL_CERT_FILE: '/there/is/none' }).PORT, 4400)
})

test('every problem is told at once, and never a value', () => {
  assert.deepEqual(problems({ PORT: 'marker' }), [
    'SECRET is required',
    'PORT is not usable: Invalid input: expected number, received NaN'
  ])
})

test('a % in a password that is no code is told of in one sentence, without the password', () => {
  const of = (password: string) =>
    problems({ REDIS_URL: `redis://:${password}@r` }, z.object({ REDIS_URL: redisUrl }))
  for (const wrong of ['50%off', '50%', '%ff'])
    assert.deepEqual(of(wrong), ['REDIS_URL is not usable: has a % that is no code: write %25 for it'])
  for (const right of ['50%25off', '%C3%A9t%C3%A9', 'plain']) assert.deepEqual(of(right), [])
})

test('what is no URL at all is told of once', () => {
  assert.deepEqual(problems({ REDIS_URL: 'redis%' }, z.object({ REDIS_URL: redisUrl })), [
    'REDIS_URL is not usable: must be a redis:// or rediss:// URL'
  ])
})
