import { access, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { runCommand } from '../processes/run-command.ts'

type Wanted<Program> = Readonly<{
  /** Packages that hold such a program; the first that can be had is taken, with what it needs and this machine lacks. */
  names: readonly string[]
  /** Folder that they are unpacked into. */
  cache: string
  /** The program in a tree of unpacked packages, if one is there and works. */
  find: (root: string) => Promise<Program | undefined>
  /** Told just before the download. */
  onFetch: () => void
  signal?: AbortSignal | undefined
}>

/** A program of Debian's and Ubuntu's packages, downloaded and unpacked. Any user may; nothing is installed. Undefined without apt. */
export async function unpackPackages<Program>(wanted: Wanted<Program>): Promise<Program | undefined> {
  const { cache, find, onFetch, signal } = wanted
  if (!(await runCommand({ command: 'apt-get', args: ['--version'], signal })).ok) return undefined
  onFetch()
  await mkdir(dirname(cache), { recursive: true })
  const folder = await mkdtemp(`${cache}.new-`)
  try {
    const root = join(folder, 'root')
    for (const archive of await download(folder, wanted))
      await runCommand({ command: 'dpkg', args: ['-x', archive, root], signal })
    if ((await find(root)) === undefined) return undefined
    await moveInto(root, wanted)
    return await find(cache)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Names = Readonly<{ names: readonly string[]; signal?: AbortSignal | undefined }>

// With this machine's own lists first; a second try with fresh lists, for when there are none or they are too old.
async function download(folder: string, { names, signal }: Names): Promise<string[]> {
  const archives = join(folder, 'cache', 'archives')
  for (const lists of ['/var/lib/apt/lists', join(folder, 'state', 'lists')]) {
    await mkdir(join(archives, 'partial'), { recursive: true })
    await mkdir(join(folder, 'state', 'lists', 'partial'), { recursive: true })
    const apt = async (...args: string[]) =>
      (await runCommand({ command: 'apt-get', args: [...privateState(folder, lists), ...args], signal })).ok
    if (lists.startsWith(folder)) await apt('update')
    for (const name of names) {
      if (!(await apt('install', '--download-only', '--no-install-recommends', '-y', name))) continue
      const files = await readdir(archives)
      return files.filter(entry => entry.endsWith('.deb')).map(entry => join(archives, entry))
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

type Place<Program> = Pick<Wanted<Program>, 'cache' | 'find'>

// Several runs may fetch at the same time: the first to finish wins, and what it put there is never replaced.
async function moveInto<Program>(root: string, { cache, find }: Place<Program>): Promise<void> {
  const isThere = async () =>
    await access(cache).then(
      () => true,
      () => false
    )
  if ((await isThere()) && (await find(cache)) === undefined)
    await rm(cache, { recursive: true, force: true })
  await rename(root, cache).catch(async err => {
    if (!(await isThere())) throw err
  })
}
