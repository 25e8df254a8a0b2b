import { join } from 'node:path'
import { libraryFolders } from '../debian/library-folders.ts'
import { unpackPackages } from '../debian/unpack-packages.ts'
import { runCommand } from '../processes/run-command.ts'
import { projectRoot } from '../project-root.ts'

/** How to run Python: put it before a script and its arguments. */
export type Python = readonly [command: string, ...args: string[]]

type Find = Readonly<{
  /** What is tried first. */
  installed?: readonly string[]
  /** Folder below which a fetched one is kept. */
  cache?: string
  /** How one is fetched. */
  fetch?: typeof unpackPackages<Python>
  say?: (line: string) => void
  signal?: AbortSignal
}>

/**
 * A Python 3.9 or newer with its standard library: that of this machine, else one fetched and unpacked below `.local/python/`.
 * Throws one sentence saying what to do when there is none.
 */
export async function findPython(options: Find = {}): Promise<Python> {
  const { installed = ['python3'], cache = join(projectRoot, '.local', 'python') } = options
  const { fetch = unpackPackages<Python>, say, signal } = options
  for (const command of installed) if (await runsWell([command])) return [command]

  const onFetch = () =>
    say?.('Python: fetching its packages with apt-get (kept in .local/python, nothing is installed)')
  const found =
    (await findUnpacked(cache)) ??
    (await fetch({ names: ['python3'], cache, find: findUnpacked, onFetch, signal }))
  if (found === undefined)
    throw new Error('No Python 3.9 or newer was found, and apt-get cannot fetch one: install python3')
  return found
}

async function findUnpacked(root: string): Promise<Python | undefined> {
  const libraries = `LD_LIBRARY_PATH=${await libraryFolders(root)}`
  const python: Python = ['env', libraries, join(root, 'usr', 'bin', 'python3')]
  return (await runsWell(python)) ? python : undefined
}

/** Whether it starts, is new enough, and has the parts that are not always there. */
async function runsWell([command, ...args]: Python): Promise<boolean> {
  const look = 'import http.server, hmac, sqlite3, sys; sys.exit(sys.version_info < (3, 9))'
  return (await runCommand({ command, args: [...args, '-c', look], timeoutMs: 20_000 })).ok
}
