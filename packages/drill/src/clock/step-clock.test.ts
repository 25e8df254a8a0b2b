import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'

const HOUR_MS = 3_600_000
const SCRIPT = `
  const now = Date.now()
  console.log(JSON.stringify({
    now,
    made: new Date().getTime() - now,
    given: new Date(5).getTime(),
    isDate: new Date() instanceof Date
  }))`

test('a program whose clock is stepped sees the stepped time wherever it asks, and others do not', t => {
  const dir = mkdtempSync(join(tmpdir(), 'paidonce clock-'))
  t.after(() => rmSync(dir, { recursive: true }))
  const file = join(dir, 'clock')
  writeFileSync(file, String(HOUR_MS))

  const preload = new URL('./step-clock.js', import.meta.url)
  preload.search = encodeURIComponent(file)
  const env = { NODE_OPTIONS: `--import=${preload.href}` }
  const before = Date.now()
  const seen = JSON.parse(execFileSync(process.execPath, ['-e', SCRIPT], { env, encoding: 'utf8' }))
  assert.ok(seen.now >= before + HOUR_MS && seen.now <= Date.now() + HOUR_MS)
  assert.ok(seen.made < HOUR_MS / 2)
  assert.equal(seen.given, 5)
  assert.equal(seen.isDate, true)
})
