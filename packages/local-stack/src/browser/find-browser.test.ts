import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BrowserProgram, BrowserSource } from './browser-program.ts'
import { browserSources, findBrowser } from './find-browser.ts'

const options = { cache: '/nowhere', say: () => undefined }
const source = (name: string, program?: BrowserProgram): BrowserSource => ({
  name,
  find: async () => program
})

test('a browser is looked for where the user says, then on the machine, then it is fetched', () => {
  const names = browserSources.map(({ name }) => name)
  assert.deepEqual(names, ['CHROME_PATH', 'PATH', 'npm'])
})

test('the first source that has a browser is taken', async () => {
  const program = { command: '/b' }
  const found = await findBrowser(options, [
    source('a'),
    source('b', program),
    source('c', { command: '/c' })
  ])
  assert.equal(found, program)
})

test('when no source has a browser, one sentence says what was tried and what to do', async () => {
  await assert.rejects(findBrowser(options, [source('PATH'), source('npm')]), {
    message: /^No Chromium was found to take pictures with \(tried: PATH, npm\): install .* CHROME_PATH=/
  })
})

test('a CHROME_PATH that starts nothing is said to be wrong, and no other browser is taken', async () => {
  await assert.rejects(findBrowser({ ...options, chromePath: '/no/such/chrome' }), {
    message: /^CHROME_PATH names no browser that starts/
  })
})
