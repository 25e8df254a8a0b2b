import { access, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { runCommand } from '../../processes/run-command.ts'
import type { RedisSource } from '../redis-program.ts'
import { findUnpacked } from './fetched.ts'

/** Debian's and Ubuntu's packages, downloaded and unpacked below the cache. Any user may; nothing is installed. */
export const apt: RedisSource = {
  name: 'apt',
  async find({ cache, say, signal }) {
    if (!(await runCommand({ command: 'apt-get', args: ['--version'], signal })).ok) return undefined
    say('Redis: fetching its packages with apt-get (kept in .local/redis, nothing is installed)')
    await mkdir(dirname(cache), { recursive: true })
    const folder = await mkdtemp(`${cache}.new-`)
    try {
      const root = join(folder, 'root')
      const archives = await download(folder, signal)
      for (const archive of archives)
        await runCommand({ command: 'dpkg', args: ['-x', archive, root], signal })
      if ((await findUnpacked(root)) === undefined) return undefined
      await moveInto(root, cache)
      return await findUnpacked(cache)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
}

// With this machine's own lists first; a second try with fresh lists, for when there are none or they are too old.
async function download(folder: string, signal: AbortSignal | undefined): Promise<string[]> {
  const archives = join(folder, 'cache', 'archives')
  for (const lists of ['/var/lib/apt/lists', join(folder, 'state', 'lists')]) {
    await mkdir(join(archives, 'partial'), { recursive: true })
    await mkdir(join(folder, 'state', 'lists', 'partial'), { recursive: true })
    const apt = async (...args: string[]) =>
      (await runCommand({ command: 'apt-get', args: [...privateState(folder, lists), ...args], signal })).ok
    if (lists.startsWith(folder)) await apt('update')
    for (const name of ['redis-server', 'valkey-server']) {
      if (!(await apt('install', '--download-only', '--no-install-recommends', '-y', name))) continue
      const names = await readdir(archives)
      return names.filter(entry => entry.endsWith('.deb')).map(entry => join(archives, entry))
    }
  }
  return []
}

function privateState(folder: string, lists: string): string[] {
  const options = [
    `Dir::State=${join(folder, 'state')}`,
    `Dir::State::lists=${lists}`,
    'Dir::State::status=/var/lib/dpkg/status',
    `Dir::Cache=${join(folder, 'cache')}`,
    'Debug::NoLocking=1',
    'APT::Sandbox::User='
  ]
  return ['-q', ...options.flatMap(option => ['-o', option])]
}

// Several runs may fetch at the same time: the first to finish wins, and what it put there is never replaced.
async function moveInto(root: string, cache: string): Promise<void> {
  const isThere = async () =>
    await access(cache).then(
      () => true,
      () => false
    )
  if ((await isThere()) && (await findUnpacked(cache)) === undefined)
    await rm(cache, { recursive: true, force: true })
  await rename(root, cache).catch(async err => {
    if (!(await isThere())) throw err
  })
}
