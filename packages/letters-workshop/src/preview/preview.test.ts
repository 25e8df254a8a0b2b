import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'
import { LOCALES } from '@paidonce/core/letters/locales'
import { allCases } from './cases.ts'

const MAIN = fileURLToPath(new URL('./main.js', import.meta.url))

function ownFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'paidonce-letters-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return folder
}

const preview = (...args: string[]) => spawnSync(process.execPath, [MAIN, ...args], { encoding: 'utf8' })

/** Width and height in pixels, and how many different bytes the picture is made of; a blank one has hardly any. */
function look(png: Buffer) {
  assert.equal(png.subarray(1, 4).toString(), 'PNG')
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const length = png.readUInt32BE(at)
    if (png.subarray(at + 4, at + 8).toString() === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length))
  }
  const pixels = inflateSync(Buffer.concat(parts))
  return {
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    different: new Set(pixels).size,
    pixels
  }
}

test('the preview shows letters on a page and takes their pictures, light and dark, wide and narrow', t => {
  const folder = ownFolder(t)
  const { status, stdout, stderr } = preview('--only', 'refunded-vi-vnd', '--out', folder)
  assert.equal(status, 0, stderr)
  assert.ok(stdout.includes(join(folder, 'index.html')))

  const pictures = readdirSync(join(folder, 'pictures'))
  assert.equal(pictures.length, 7)
  const seen = new Map(
    pictures.map(name => [name.split('.')[1], look(readFileSync(join(folder, 'pictures', name)))])
  )
  for (const [name, { width, height, different }] of seen) {
    assert.equal(width, /phone/.test(name ?? '') ? 720 : 1280)
    assert.ok(height > 1000, `${name} is ${height} pixels high`)
    assert.ok(different > 100, `${name} is blank`)
  }
  const [light, dark, forced] = ['no-styles', 'computer-dark', 'forced-dark'].map(
    name => seen.get(name)?.pixels
  )
  assert.notDeepEqual(light, dark)
  assert.notDeepEqual(light, forced)
})

test('the page shows every kind of letter in every language with its subject, its preheader and its text', t => {
  const folder = ownFolder(t)
  const { status, stderr } = preview('--no-pictures', '--out', folder)
  assert.equal(status, 0, stderr)
  assert.ok(!existsSync(join(folder, 'pictures')))

  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  const cases = allCases()
  assert.equal(page.match(/<section /g)?.length, cases.length)
  for (const kind of ['payment-failed', 'payment-declined', 'refunded']) {
    for (const tag of Object.keys(LOCALES)) {
      for (const what of ['vnd', 'jpy', 'eur', 'huf', 'kwd', 'no-logo', 'nothing-but-the-order']) {
        assert.ok(page.includes(`<section id="${kind}-${tag}-${what}">`), `${kind} ${tag} ${what}`)
      }
    }
    assert.ok(page.includes(`<section id="${kind}-ar-right-to-left">`), kind)
  }
  assert.match(page, /<h2>payment declined, Vietnamese<\/h2><ul><li><a href="#payment-declined-vi-vnd">VND</)
  assert.match(page, /Thanh toán cho đơn hàng 1001 không thành công<\/b> <span>Quý khách không bị trừ/)
  assert.match(page, /<pre dir="auto">Kính gửi Quý khách Minh Anh,\n\nChúng tôi/)
  assert.match(page, /srcdoc="[^"]+dir=&quot;rtl&quot;/)
})

test('--help says what it does, and a wrong wish says what is wrong and where help is', () => {
  assert.match(preview('--help').stdout, /npm run letters:preview -- --no-pictures/)
  const unknown = preview('--picture')
  assert.equal(unknown.status, 1)
  assert.match(unknown.stderr, /Unknown option '--picture'\.\nHelp: npm run letters:preview -- --help\n$/)
  const none = preview('--only', 'klingon')
  assert.equal(none.status, 1)
  assert.match(none.stderr, /No letter's name holds that text\. There are:\n {2}payment-failed-en-vnd\n/)
})
