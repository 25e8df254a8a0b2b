import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { claimInstance } from '@paidonce/local-stack/instance/claim-instance'
import { removeOldInstances } from '@paidonce/local-stack/instance/remove-old-instances'
import { ROOT } from '../support/sources.ts'

const execute = promisify(execFile)

/**
 * The folder of a commit, installed and built. That is done once a commit; an older one is removed, since each takes a quarter
 * of a gigabyte. Throws a sentence when this clone does not hold the commit.
 */
export async function checkOut(commit: string, root = ROOT): Promise<string> {
  const local = join(root, '.local')
  const folder = join(local, 'upgrade', commit)
  if (existsSync(folder)) return folder

  await findCommit(commit, root)
  // Under its final name it is whole: a run that is killed half way leaves only what the next one removes.
  const making = join(local, `upgrade-${process.pid}`)
  claimInstance(making)
  removeOldInstances(root, 'upgrade-')
  try {
    const release = join(making, 'release')
    await unpack(commit, { root, making, release })
    await build(release)
    if (!existsSync(folder)) takePlace(release, { among: join(local, 'upgrade'), as: folder })
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
  return folder
}

async function findCommit(commit: string, root: string): Promise<void> {
  if (await git(root, 'cat-file', '-e', `${commit}^{commit}`).catch(() => undefined)) return
  const isShallow = await git(root, 'rev-parse', '--is-shallow-repository').catch((error: Error) => error)
  const what = `Upgrades are tried from commit ${commit}`
  if (isShallow instanceof Error)
    throw new Error(`${what}, which git cannot read here; run this in a clone. ${isShallow.message}`)
  throw new Error(
    isShallow.stdout.trim() === 'true'
      ? `${what}, which this shallow clone does not hold. Fetch the rest of it: git fetch --unshallow`
      : `${what}, which this clone does not hold. Fetch it: git fetch --all --tags`
  )
}

type Places = Readonly<{ root: string; making: string; release: string }>

async function unpack(commit: string, { root, making, release }: Places): Promise<void> {
  const archive = join(making, 'release.tar')
  mkdirSync(release)
  await git(root, 'archive', '--format=tar', `--output=${archive}`, commit)
  await run('tar', ['-xf', archive, '-C', release], root)
}

/** Only the programs; and no install scripts, since its servers are never started. */
async function build(release: string): Promise<void> {
  const npm = process.env.npm_execpath
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  const options = ['--prefer-offline', '--ignore-scripts', '--include=dev', '--include=optional']
  await run(command, [...first, 'ci', ...options, '--loglevel=error'], release)
  await run(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '-b', 'apps/ingest', 'apps/worker'],
    release
  )
}

function takePlace(release: string, { among, as }: Readonly<{ among: string; as: string }>): void {
  rmSync(among, { recursive: true, force: true })
  mkdirSync(among, { recursive: true })
  renameSync(release, as)
}

const git = (root: string, ...args: string[]) => run('git', args, root)

/** What the runner wants measured is our own code, not this. */
async function run(command: string, args: readonly string[], cwd: string) {
  const { NODE_V8_COVERAGE: _, NODE_TEST_CONTEXT: __, ...env } = process.env
  const options = { cwd, env: { ...env, NODE_V8_COVERAGE: '' }, maxBuffer: 64 * 1024 * 1024 }
  return await execute(command, args, options).catch((error: Error & { stdout?: string }) => {
    throw new Error(`${error.message.trimEnd()}\n${error.stdout ?? ''}`.trimEnd())
  })
}
