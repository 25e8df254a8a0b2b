import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { runCommand } from '../processes/run-command.ts'

const nobody = 65_534

/** How to run PostgreSQL's programs: what to put before the command, or as which user. */
export type RunAs = Readonly<{ prefix: readonly string[]; uid?: number; gid?: number }>

const asOurselves: RunAs = { prefix: [] }
const inUserNamespace: RunAs = { prefix: ['unshare', '--user', '--map-user=1000', '--map-group=1000'] }
const asNobody: RunAs = { prefix: [], uid: nobody, gid: nobody }

/**
 * PostgreSQL refuses to run as root. So root runs it in a user namespace of its own, where it is user 1000 but the files
 * stay root's; where that is forbidden (in most containers), as user nobody, who must be able to reach `paths`.
 */
export async function chooseRunAs(paths: readonly string[]): Promise<RunAs> {
  if (process.getuid?.() !== 0) return asOurselves
  const [command = '', ...args] = inUserNamespace.prefix
  if ((await runCommand({ command, args: [...args, 'true'] })).ok) return inUserNamespace
  const closed = paths.map(firstClosedFolder).find(folder => folder !== undefined)
  if (closed === undefined) return asNobody
  throw new Error(
    `PostgreSQL does not run as root, and user nobody cannot enter ${closed}: run this as an ordinary user, or move the project to a folder that others can enter`
  )
}

/** The topmost folder above this path that other users may not enter. */
export function firstClosedFolder(path: string): string | undefined {
  const above: string[] = []
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    above.unshift(folder)
    if (folder === dirname(folder)) break
  }
  return above.find(folder => (statSync(folder).mode & 0o001) === 0)
}
