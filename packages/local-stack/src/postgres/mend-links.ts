import { lstat, mkdir, readFile, symlink } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

type Link = Readonly<{ source: string; target: string }>

/**
 * Makes the links between PostgreSQL's libraries, which npm packages cannot hold. The package's install script does the
 * same, but not under `npm ci --ignore-scripts`. `folder` is the package's. Links that are there stay.
 */
export async function mendLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as Link[])
    await makeLink(join(folder, source), join(folder, target))
}

async function makeLink(source: string, target: string): Promise<void> {
  const isThere = await lstat(target).then(
    () => true,
    () => false
  )
  if (isThere) return
  await mkdir(dirname(target), { recursive: true })
  await symlink(relative(dirname(target), source), target).catch((err: NodeJS.ErrnoException) => {
    if (err.code !== 'EEXIST') throw err // another run was faster
  })
}
