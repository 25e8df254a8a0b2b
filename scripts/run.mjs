import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { prepare } from './prepare.mjs'
import { stopRequests } from './stop-requests.mjs'

// node scripts/run.mjs <built program> [its arguments]: brings the build up to date, then becomes the program, as far as anybody can tell.

const root = fileURLToPath(new URL('..', import.meta.url))
const [program, ...args] = process.argv.slice(2)
const requests = stopRequests()
try {
  await prepare({ ...requests, quiet: true })
  process.exitCode = await run()
} catch (err) {
  if (!requests.signal.aborted) process.stderr.write(`\n${err.message}\n`)
  process.exitCode = 1
}

async function run() {
  const child = spawn(process.execPath, [resolve(root, program), ...args], { stdio: 'inherit' })
  requests.signal.addEventListener('abort', () => child.kill('SIGTERM'), { once: true })
  requests.onSecond(() => child.kill('SIGKILL'))
  return await new Promise((done, fail) => {
    child.once('error', fail)
    child.once('exit', code => done(code ?? 1))
  })
}
