import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

// Only Node's built-ins here: this runs before anything is installed.

const root = fileURLToPath(new URL('..', import.meta.url))
const stampFile = join(root, 'node_modules', '.paidonce-stamp')
const lockFile = join(root, '.local', 'preparing')
const oldestNode = [20, 12]

/**
 * Installs what is missing and builds what changed. If `quiet`, without a word of the build, and beside what a program after it
 * may print for scripts. Rejects with one sentence to show when it cannot, or was aborted.
 */
export async function prepare({ signal, quiet = false }) {
  checkNode(process.versions.node)
  const say = line => (quiet ? process.stderr : process.stdout).write(`${line}\n`)
  await oneAtATime({ signal, say }, async () => {
    if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp()) await install({ signal, say })
    if (!quiet) say('Building …')
    await build(signal)
  })
}

/** Throws a sentence when this Node.js is too old. */
export function checkNode(version) {
  const [major, minor] = version.split('.').map(Number)
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return
  throw new Error(`paidonce needs Node.js ${oldestNode.join('.')} or newer; this is ${version}.`)
}

// Another system's node_modules (a folder shared with a container) must not pass for ours.
function stamp() {
  const lock = readFileSync(join(root, 'package-lock.json'))
  return createHash('sha256').update(lock).update(process.platform).update(process.arch).digest('hex')
}

async function install({ signal, say }) {
  say('Installing the dependencies (npm ci), once …')
  const npm = process.env.npm_execpath
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const args = [...first, 'ci', '--include=dev', '--include=optional', '--loglevel=error']
  await run({ what: 'npm ci', command, args, signal })
  writeFileSync(stampFile, stamp())
}

async function build(signal) {
  const args = [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b']
  await run({ what: 'The build (tsc -b)', command: process.execPath, args, signal })
}

// What it prints is shown only when it fails: an install talks much and says little.
async function run({ what, command, args, signal }) {
  signal.throwIfAborted()
  let output = ''
  const code = await new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    const stop = () => child.kill('SIGTERM')
    signal.addEventListener('abort', stop, { once: true })
    const collect = chunk => {
      output += chunk
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.once('error', reject)
    child.once('close', resolve)
  })
  signal.throwIfAborted()
  if (code !== 0) throw new Error(`${output.trimEnd()}\n\n${what} failed; what it said stands above.`)
}

// Two terminals may start at the same moment: one installs and builds, the other waits for it.
async function oneAtATime({ signal, say }, work) {
  mkdirSync(join(root, '.local'), { recursive: true })
  for (let told = false; !takeLock(); told = true) {
    if (!told) say('Waiting for another run that installs or builds here …')
    await sleep(200, undefined, { signal }).catch(() => signal.throwIfAborted())
  }
  try {
    await work()
  } finally {
    rmSync(lockFile, { force: true })
  }
}

function takeLock() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
    return true
  } catch (err) {
    if (err.code !== 'EEXIST') throw err
    if (!holderLives()) rmSync(lockFile, { force: true })
    return false
  }
}

function holderLives() {
  try {
    process.kill(Number(readFileSync(lockFile, 'utf8')), 0)
    return true
  } catch (err) {
    return err.code === 'EPERM'
  }
}
