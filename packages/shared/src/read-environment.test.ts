import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { z } from 'zod'
import { BadEnvironment, port, readEnvironment } from './read-environment.ts'

const Settings = z.object({ SECRET: z.string().startsWith('s3cret'), PORT: port.default(4400) })
const problems = (env: Readonly<Record<string, string>>): string[] => {
  try {
    readEnvironment(Settings, env)
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
