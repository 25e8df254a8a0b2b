import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { projectRoot } from '../project-root.ts'

const start = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['scripts/start.mjs', ...args], { cwd: projectRoot })

test('npm start says what it takes where it was asked for something else, and starts nothing', async () => {
  for (const word of ['--withot-shop', 'shop'])
    await assert.rejects(start(word), {
      code: 2,
      stdout: '',
      stderr: '\nnpm start takes --without-shop and --help, and nothing else.\nHelp: npm start -- --help\n'
    })
  assert.deepEqual(await start('-h'), await start('--help'))
})
