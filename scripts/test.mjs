import { spawn } from 'node:child_process'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { judgeCoverage, measureCoverage } from './coverage.mjs'
import { prepare } from './prepare.mjs'
import { stopRequests } from './stop-requests.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const say = line => process.stdout.write(`${line}\n`)

const requests = stopRequests()
try {
  await prepare(requests)
  process.exitCode = await runTests(process.argv.slice(2), requests)
} catch (err) {
  if (!requests.signal.aborted) process.stderr.write(`\n${err.message}\n`)
  process.exitCode = 1
}

async function runTests(wishes, { signal, onSecond }) {
  const options = wishes.filter(wish => wish.startsWith('--'))
  const files = testFiles(wishes.filter(wish => !wish.startsWith('--')))
  const { startStack } = await import('../packages/local-stack/dist/stack.js')
  const { removeOldInstances } = await import('../packages/local-stack/dist/instance/remove-old-instances.js')
  const { stopLeftovers } = await import('../packages/local-stack/dist/processes/stop-leftovers.js')
  removeOldInstances(root, 'test-')
  const stack = await startStack({ root, name: `test-${process.pid}`, say, signal })
  try {
    // Of a part of the tests it would say nothing.
    const notes = wishes.length === 0 ? join(stack.dir, 'coverage') : undefined
    const testCode = await nodeTest({ files, options, stack, notes, signal, onSecond })
    await stack.stop()
    const code = testCode === 0 && notes !== undefined ? await checkCoverage(notes) : testCode
    if (code === 0) rmSync(stack.dir, { recursive: true, force: true })
    else say(`The logs of this run's servers are kept in ${relative(root, stack.dir)} until the next run.`)
    return code
  } finally {
    await stack.stop()
    for (const leftover of await stopLeftovers()) say(`A test left ${leftover} running; it was stopped.`)
  }
}

/** Says how much of the covered rooms the tests ran. An exit code: 1 when that is too little. */
async function checkCoverage(notes) {
  const { lines, problems } = judgeCoverage(await measureCoverage({ root, notes }))
  say(['', 'Lines that the tests ran', ...lines, '', ...problems].join('\n'))
  return problems.length === 0 ? 0 : 1
}

/** All built tests that still have a source, or those whose path holds one of the wishes. Never an empty list. */
function testFiles(wishes) {
  const folders = ['packages', 'apps'].flatMap(parent =>
    readdirSync(join(root, parent)).map(name => join(root, parent, name, 'dist'))
  )
  const built = [...folders, join(root, 'test', 'dist')].flatMap(folder => filesBelow(folder, '.test.js'))
  const plain = ['scripts', 'examples/own-facts'].flatMap(folder =>
    filesBelow(join(root, folder), '.test.mjs')
  )
  const all = [...built.filter(hasSource), ...plain].sort()
  const wanted = wishes.map(wish =>
    wish
      .replace(/^\.\//, '')
      .replace(/\.ts$/, '')
      .replace('/src/', '/dist/')
      .replace(/^test\//, 'test/dist/')
  )
  const chosen = all.filter(
    file => wanted.length === 0 || wanted.some(wish => relative(root, file).includes(wish))
  )
  if (chosen.length > 0) return chosen
  throw new Error(
    all.length === 0 ? 'There are no tests: the build made none.' : `No test matches ${wishes.join(', ')}.`
  )
}

function filesBelow(folder, ending) {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder, { recursive: true }).map(name => join(folder, name))
  return files.filter(file => file.endsWith(ending))
}

// The build does not remove what was made from a file that is gone.
function hasSource(file) {
  const source = file.replace(/\.js$/, '.ts')
  return existsSync(source.replace('/dist/', '/src/')) || existsSync(source.replace('/dist/', '/'))
}

// In a group of its own, so that the signal to stop is ours to give, to the runner and its test processes together.
async function nodeTest({ files, options, stack, notes, signal, onSecond }) {
  const { databaseUrl, redisUrl, smtpUrl, mailUrl } = stack
  const env = {
    ...process.env,
    PAIDONCE_TEST_STACK: JSON.stringify({ databaseUrl, redisUrl, smtpUrl, mailUrl }),
    // Every Node.js process that ends in order leaves notes there, those of the tests' own programs too.
    ...(notes !== undefined && { NODE_V8_COVERAGE: notes })
  }
  const args = [
    '--enable-source-maps',
    '--test',
    '--test-reporter=spec',
    '--test-timeout=240000',
    // Most of them wait for processes of their own, most of the time.
    '--test-concurrency=4',
    ...options,
    ...files
  ]
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit', detached: true })
  const killGroup = name => {
    try {
      process.kill(-child.pid, name)
    } catch {
      // they have all ended
    }
  }
  signal.addEventListener('abort', () => killGroup('SIGTERM'), { once: true })
  onSecond(() => killGroup('SIGKILL'))
  const hurry = () => setTimeout(() => killGroup('SIGKILL'), 5_000).unref()
  signal.addEventListener('abort', hurry, { once: true })
  const code = await new Promise(resolve => child.once('exit', resolve))
  if (signal.aborted) {
    killGroup('SIGKILL')
    await groupEnded(child.pid)
  }
  return code ?? 1
}

// While one of them is still dying, the servers it started would not pass for left over.
async function groupEnded(group) {
  try {
    for (const deadline = Date.now() + 5_000; Date.now() < deadline; await sleep(25)) process.kill(-group, 0)
  } catch {
    // none is left
  }
}
