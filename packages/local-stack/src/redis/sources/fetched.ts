import { readdir } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import type { RedisProgram, RedisSource } from '../redis-program.ts'
import { runsWell } from './runs-well.ts'

/** What an earlier run unpacked below `.local/redis/`. */
export const fetched: RedisSource = {
  name: 'already fetched',
  find: async ({ cache }) => await findUnpacked(cache)
}

/** The server in a tree of unpacked packages, with the folders of the libraries that came along. */
export async function findUnpacked(root: string): Promise<RedisProgram | undefined> {
  const libraries = (await libraryFolders(root)).join(delimiter)
  for (const name of ['redis-server', 'valkey-server']) {
    const command = join(root, 'usr', 'bin', name)
    if (await runsWell(command, libraries)) return { kind: 'binary', command, libraries }
  }
  return undefined
}

async function libraryFolders(root: string): Promise<string[]> {
  const parents = [join(root, 'usr', 'lib'), join(root, 'lib')]
  const found = await Promise.all(
    parents.map(async parent => {
      const names = await readdir(parent).catch(() => [])
      return names.filter(name => name.includes('-linux-')).map(name => join(parent, name))
    })
  )
  return found.flat()
}
