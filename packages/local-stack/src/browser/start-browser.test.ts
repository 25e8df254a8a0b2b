import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { projectRoot } from '../project-root.ts'
import { findBrowser } from './find-browser.ts'
import { startBrowser } from './start-browser.ts'

const page = (body: string) =>
  `data:text/html,${encodeURIComponent(`<!doctype html><style>body{margin:0}</style>${body}`)}`
const DARK = '<style>@media (prefers-color-scheme: dark) { body { background: #000 } }</style>'

const anyBrowser = () => findBrowser({ cache: join(projectRoot, '.local', 'chromium'), say: () => undefined })

function ownFolder(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'paidonce-pictures-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return folder
}

async function ready(t: TestContext) {
  const folder = ownFolder(t)
  const browser = await startBrowser(await anyBrowser())
  t.after(() => browser.close())
  let taken = 0
  const picture = async (url: string, more = {}) => {
    taken += 1
    const out = join(folder, `${taken}.png`)
    await browser.screenshot({ url, width: 320, out, ...more })
    const png = readFileSync(out)
    return { png, width: png.readUInt32BE(16), height: png.readUInt32BE(20) }
  }
  return { browser, picture, folder }
}

test('pictures of pages are as wide as asked for, as high as the page, and light or dark', async t => {
  const { browser, picture, folder } = await ready(t)

  const high = await picture(page('<div style="height:500px">'))
  assert.deepEqual([high.width, high.height], [640, 1000])
  const cut = await picture(page('<div style="height:500px">'), { height: 200 })
  assert.deepEqual([cut.width, cut.height], [640, 400])

  const [light, dark] = [await picture(page(DARK)), await picture(page(DARK), { dark: true })]
  assert.notDeepEqual(light.png, dark.png)
  assert.deepEqual((await picture(page(DARK))).png, light.png)

  await assert.rejects(
    browser.screenshot({ url: 'file:///no/such/page.html', width: 320, out: join(folder, 'none.png') }),
    { message: /none\.png cannot be loaded: net::ERR_FILE_NOT_FOUND/ }
  )
  assert.ok((await picture(page('still alive'))).png.length > 0)
})

test('a page may show what this machine serves, and reaches no other', async t => {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end('<p>here')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  t.after(() => server.close())
  const { port } = server.address() as AddressInfo

  const { picture } = await ready(t)
  await picture(`http://127.0.0.1:${port}/page`)
  assert.ok(asked.includes('/page'))
  await assert.rejects(picture('http://shop.example/'), /net::ERR_NAME_NOT_RESOLVED/)
})

test('a browser that does not start says its last words', async () => {
  await assert.rejects(startBrowser({ command: 'tar' }), /^Error: The browser ended:\n.*tar:/s)
  await assert.rejects(
    startBrowser({ command: '/no/such/browser' }),
    /The browser cannot be started: .*ENOENT/
  )
})

test('where only the system\u2019s own browser may have a sandbox, it is done without', async t => {
  const { command, env } = await anyBrowser()
  const strict = join(ownFolder(t), 'strict-browser')
  const script = `case "$*" in *--no-sandbox*) exec "${command}" "$@";; esac\necho 'FATAL: No usable sandbox!' >&2\nexit 1\n`
  writeFileSync(strict, `#!/bin/sh\n${script}`, { mode: 0o755 })
  const browser = await startBrowser({ command: strict, ...(env && { env }) }, { isSandboxed: true })
  await browser.close()
})
